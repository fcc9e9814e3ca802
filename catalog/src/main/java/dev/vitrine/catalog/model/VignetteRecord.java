package dev.vitrine.catalog.model;

import java.util.Optional;

/**
 * One row of a vignette map.
 *
 * @param path the vignette file, relative to the catalog's root path or absolute; a template has none and names its vignette
 *     in the modifier
 * @param modifier commands that go before those of every request for this record
 * @param expiration absent for the catalog's own
 * @param timeStamp milliseconds since 1970 UTC
 */
public record VignetteRecord(
        String id,
        Optional<String> path,
        Optional<String> modifier,
        Optional<String> userData,
        Optional<Expiration> expiration,
        Optional<Long> timeStamp) {}
