package dev.vitrine.catalog.model;

/** What happens once a request rule has matched ({@code OnMatch}). */
public enum OnMatch {
    /** The rule is applied, its attributes too, and no later rule is looked at. */
    BREAK,
    /** The rule is applied without its attributes, and the next one is looked at. */
    CONTINUE,
    /** The request is refused. */
    ERROR
}
