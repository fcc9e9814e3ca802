package dev.vitrine.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a command is going to write. */
final class OutputFile {
    private OutputFile() {}

    /** Makes the folder of the file where there is none; to be called before long work, which would be lost without it. */
    static Path ready(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + ": is a folder; name the file in it");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        return file;
    }
}
