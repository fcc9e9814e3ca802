package dev.vitrine.cli;

import dev.vitrine.catalog.resolve.SourceFile;
import dev.vitrine.core.failure.Failures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files named on the command line. */
final class Sources {
    private Sources() {}

    /** A file as it is now; a failure if there is none. */
    static SourceFile file(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new IOException(path + ": is a folder; name a file");
        }
        if (!Files.isRegularFile(path)) {
            throw Failures.sourceMissing(path.toString());
        }
        Path real = path.toRealPath();
        String name = String.valueOf(path.getFileName());
        return new SourceFile(
                name, real, Files.size(real), Files.getLastModifiedTime(real).toMillis());
    }
}
