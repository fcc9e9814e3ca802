package dev.vitrine.catalog.model;

/** Which HTTP status codes failures get ({@code ErrorStatusProfile}, an attribute of ours). */
public enum StatusProfile {
    /** 403 for nearly everything, as old clients expect. */
    PROTOCOL,
    /** The status that HTTP has for it. */
    SEMANTIC
}
