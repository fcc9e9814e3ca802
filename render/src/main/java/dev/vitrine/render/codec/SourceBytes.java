package dev.vitrine.render.codec;

import dev.vitrine.catalog.resolve.SourceFile;
import dev.vitrine.core.failure.Failures;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;

/**
 * An encoded image in memory.
 *
 * @param name what messages call it
 * @param data the whole file; not to be written to
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record SourceBytes(String name, byte[] data) {
    /** The content of a file of at most this many bytes. */
    public static SourceBytes read(SourceFile file, long most) {
        try (InputStream in = Files.newInputStream(file.path())) {
            int limit = (int) Math.min(most, Integer.MAX_VALUE - 16);
            byte[] data = in.readNBytes(limit);
            if (data.length == limit && in.read() >= 0) {
                throw Failures.sourceTooLarge(file.name(), "more than " + limit + " bytes");
            }
            return new SourceBytes(file.name(), data);
        } catch (NoSuchFileException e) {
            throw Failures.sourceMissing(file.name());
        } catch (IOException e) {
            throw Failures.sourceDamaged(file.name(), e);
        }
    }
}
