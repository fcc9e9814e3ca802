package dev.vitrine.catalog.model;

/** {@code CacheValidationPolicy}: what tells whether a source has changed since it was read. */
public enum CacheValidation {
    /** The state of its file, looked at with every request. */
    BY_FILE,
    /** The time stamp of its catalog record alone; a source that no record names is still known by its file. */
    BY_TIME_STAMP
}
