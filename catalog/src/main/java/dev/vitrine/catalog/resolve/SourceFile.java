package dev.vitrine.catalog.resolve;

import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * A file that a request needs: found, inside the allowed roots, and known by its state at that moment.
 *
 * @param name what the catalog or the request calls it: for messages
 * @param path absolute and free of links
 * @param bytes its length
 * @param modifiedMillis when it was last changed, in milliseconds since 1970 UTC
 * @param stamp the time stamp that alone tells replies whether the file changed, where the catalog wants that
 *     ({@code CacheValidationPolicy=1}); what is decoded of the file is known by its state in any case
 */
public record SourceFile(String name, Path path, long bytes, long modifiedMillis, OptionalLong stamp) {
    /** A file that is known by its state alone. */
    public SourceFile(String name, Path path, long bytes, long modifiedMillis) {
        this(name, path, bytes, modifiedMillis, OptionalLong.empty());
    }

    /** Changes whenever the file does: part of the key of everything decoded from it. */
    public String identity() {
        return path + "|" + bytes + "|" + modifiedMillis;
    }

    /** The same file, known to replies by this time stamp. */
    SourceFile stamped(long timeStamp) {
        return new SourceFile(name, path, bytes, modifiedMillis, OptionalLong.of(timeStamp));
    }

    /** What a reply depends on: part of the key of every reply made of the file. */
    @Override
    public String toString() {
        String state = stamp.isPresent() ? "stamp " + stamp.getAsLong() : bytes + " bytes, " + modifiedMillis;
        return "SourceFile[" + name + ", " + path + ", " + state + "]";
    }
}
