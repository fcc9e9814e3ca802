package dev.vitrine.core.value;

/** {@code cache=}: whether browsers and proxies, and this server, may keep the reply. */
public record CacheControl(boolean client, boolean server, boolean validate) {
    public static final CacheControl ON = new CacheControl(true, true, false);
}
