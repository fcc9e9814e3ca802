package dev.vitrine.catalog.model;

/** {@code ErrorDetail}: how much an error tells. */
public enum ErrorDetail {
    /** Level 0: the title. */
    TITLE,
    /** Level 1: the same as 0. */
    BRIEF,
    /** Level 2: the message too, which may name ids and paths. */
    MESSAGE,
    /** Level 3: the stack trace too, in text forms. */
    DEBUG;

    public boolean atLeast(ErrorDetail other) {
        return compareTo(other) >= 0;
    }
}
