package dev.vitrine.it.bench;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders for the time of a run. */
final class Scratch {
    private static final String KEPT = System.getProperty("bench.folder", "");

    private Scratch() {}

    /** The folder of {@code -Dbench.folder}, which stays, or a new one. */
    static Path folder() throws IOException {
        return KEPT.isEmpty() ? Files.createTempDirectory("vitrine-bench") : Path.of(KEPT);
    }

    /** Deletes it if it was new. */
    static void done(Path folder) throws IOException {
        if (KEPT.isEmpty()) {
            delete(folder);
        }
    }

    static void delete(Path folder) throws IOException {
        MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
    }
}
