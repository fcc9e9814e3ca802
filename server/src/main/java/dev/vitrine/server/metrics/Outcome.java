package dev.vitrine.server.metrics;

/** How a request ended, in one word. */
public enum Outcome {
    OK,
    /** A good reply, with a warning: something was ignored or left out. */
    DEGRADED,
    /** The client holds the reply already. */
    NOT_MODIFIED,
    /** An error, whatever its form. */
    ERROR
}
