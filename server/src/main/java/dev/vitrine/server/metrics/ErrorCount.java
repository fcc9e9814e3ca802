package dev.vitrine.server.metrics;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * What is counted of a reply that is not clean. Nothing in it comes from a client: codes are of closed lists, catalogs of
 * those that are loaded.
 *
 * @param code of the failure, or of the warning
 * @param errorClass 0 to 4, as the protocol's access log has it
 * @param catalog the root id of the session catalog; empty for the default catalog
 */
public record ErrorCount(String code, int errorClass, String catalog, Form form) {
    public ErrorCount {
        checkArgument(errorClass >= 0 && errorClass <= 4, "class %s", errorClass);
    }

    /** How it is answered. */
    public enum Form {
        /** With an error image. */
        IMAGE,
        /** With a status and a text. */
        STATUS,
        /** With a good reply that has a warning. */
        DEGRADED
    }
}
