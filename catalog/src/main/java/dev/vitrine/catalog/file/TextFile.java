package dev.vitrine.catalog.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a catalog file whole: UTF-8 if a byte order mark says so, else ISO-8859-1, as the protocol wants it. */
final class TextFile {
    private TextFile() {}

    /** The file's text; nothing, and an error in the log, if it cannot be read or is too long. */
    static Optional<String> read(Path file, CatalogLimits limits, ProblemLog.FileProblems problems) {
        return bytes(file, limits, problems).map(TextFile::decode);
    }

    /** The file as it is; nothing, and an error in the log, if it cannot be read or is too long. */
    static Optional<byte[]> bytes(Path file, CatalogLimits limits, ProblemLog.FileProblems problems) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(limits.maxFileBytes() + 1);
            if (bytes.length > limits.maxFileBytes()) {
                problems.error(0, "is longer than " + limits.maxFileBytes() + " bytes; split it or raise the limit");
                return Optional.empty();
            }
            return Optional.of(bytes);
        } catch (NoSuchFileException e) {
            problems.error(0, "does not exist; create it or mend the path that names it");
        } catch (IOException e) {
            problems.error(0, "cannot be read: " + e.getMessage());
        }
        return Optional.empty();
    }

    static String decode(byte[] bytes) {
        boolean hasMark =
                bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        return hasMark ? new String(bytes, 3, bytes.length - 3, UTF_8) : new String(bytes, ISO_8859_1);
    }
}
