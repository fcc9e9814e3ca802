package dev.vitrine.core.request;

/**
 * A request as it arrived: nothing decoded, nothing trusted.
 *
 * @param path what follows the dialect's context, for example {@code /demo/sofa}; empty when nothing does
 * @param query what follows the first question mark, without it; empty when there is none
 */
public record RawRequest(Dialect dialect, String path, String query, Visitor visitor) {}
