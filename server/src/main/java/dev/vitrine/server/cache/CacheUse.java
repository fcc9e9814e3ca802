package dev.vitrine.server.cache;

/** How the reply cache took part in a reply. */
public enum CacheUse {
    /** The reply was there. */
    HIT,
    /** The reply was made, and is there now. */
    MISS,
    /** Somebody else was making the same reply just then. */
    SHARED,
    /** The client holds it already; nothing was looked up. */
    FRESH,
    /** The reply is of a kind that is not kept, or {@code cache=} forbids it. */
    NONE,
    /** The request failed a moment ago, and the failure was remembered. */
    REMEMBERED
}
