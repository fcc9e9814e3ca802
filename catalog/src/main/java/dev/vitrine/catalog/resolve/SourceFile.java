package dev.vitrine.catalog.resolve;

import java.nio.file.Path;

/**
 * A file that a request needs: found, inside the allowed roots, and known by its state at that moment.
 *
 * @param name what the catalog or the request calls it: for messages
 * @param path absolute and free of links
 * @param bytes its length
 * @param modifiedMillis when it was last changed, in milliseconds since 1970 UTC
 */
public record SourceFile(String name, Path path, long bytes, long modifiedMillis) {
    /** Changes whenever the file does: part of every cache key. */
    public String identity() {
        return path + "|" + bytes + "|" + modifiedMillis;
    }
}
