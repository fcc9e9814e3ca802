package dev.vitrine.render.codec;

import com.google.common.primitives.Bytes;
import dev.vitrine.catalog.resolve.SourceFile;
import dev.vitrine.core.failure.Failures;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;

/**
 * An encoded image in memory.
 *
 * @param name what messages call it
 * @param data the whole file; not to be written to
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record SourceBytes(String name, byte[] data) {
    private static final int PIECE = 1 << 17;

    /** The content of a file of at most this many bytes. */
    public static SourceBytes read(SourceFile file, long most) {
        try (InputStream in = Files.newInputStream(file.path())) {
            int limit = (int) Math.min(most, Integer.MAX_VALUE - 16);
            byte[] data = new byte[(int) Math.min(file.bytes(), limit)];
            int length = fill(data, in);
            byte[] more = in.readNBytes(limit - length); // the file has grown
            if (length + more.length == limit && in.read() >= 0) {
                throw Failures.sourceTooLarge(file.name(), "more than " + limit + " bytes");
            }
            boolean isWhole = length == data.length && more.length == 0;
            return new SourceBytes(file.name(), isWhole ? data : Bytes.concat(Arrays.copyOf(data, length), more));
        } catch (NoSuchFileException e) {
            throw Failures.sourceMissing(file.name());
        } catch (IOException e) {
            throw Failures.sourceDamaged(file.name(), e);
        }
    }

    /** Piece by piece, as the system keeps as much memory for a reader as its largest piece took. */
    private static int fill(byte[] data, InputStream in) throws IOException {
        int length = 0;
        while (length < data.length) {
            int count = in.read(data, length, Math.min(PIECE, data.length - length));
            if (count < 0) {
                break;
            }
            length += count;
        }
        return length;
    }
}
