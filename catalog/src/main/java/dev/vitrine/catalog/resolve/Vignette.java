package dev.vitrine.catalog.resolve;

import java.util.Optional;

/**
 * The vignette of a request.
 *
 * @param name what the request calls it, for messages
 * @param modifier the catalog record's modifier, as {@code req=imageprops} reports it
 * @param modifiedMillis the record's time stamp, else its catalog's, in milliseconds since 1970 UTC
 */
public record Vignette(String name, SourceFile file, Optional<String> modifier, long modifiedMillis) {
    /** Only what a picture of it depends on: the rest is reported, and kept by nobody. */
    @Override
    public String toString() {
        return "Vignette[" + name + ", " + file + "]";
    }
}
