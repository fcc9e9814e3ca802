package dev.vitrine.core.request;

/**
 * One command of a query.
 *
 * @param name decoded, without the dollars of a variable or macro
 * @param value as it was sent, with no variable filled in; empty when there is none
 * @param closed whether the brackets that a request or URL opened in the value are closed
 */
record CommandText(Kind kind, String name, String value, boolean closed) {
    enum Kind {
        /** {@code name} or {@code name=value}. */
        COMMAND,
        /** {@code $name=value}. */
        VARIABLE,
        /** {@code $name$}, with or without an empty value. */
        MACRO,
        /** Something with no name, such as a bracket that nothing opened; {@code name} quotes it. */
        STRAY
    }
}
