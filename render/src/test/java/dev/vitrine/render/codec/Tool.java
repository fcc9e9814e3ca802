package dev.vitrine.render.codec;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of other people that reads what we write; where a machine has it not, the test that asks for it is skipped. */
final class Tool {
    private final String name;

    private Tool(String name) {
        this.name = name;
    }

    static Tool require(String name) {
        String path = System.getenv().getOrDefault("PATH", "");
        assumeTrue(
                Stream.of(path.split(File.pathSeparator, -1))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name))),
                () -> "no " + name + " here");
        return new Tool(name);
    }

    /** Runs it in a folder; what it says only matters when it fails. */
    void run(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(name));
        command.addAll(List.of(arguments));
        Path log = folder.resolve(name + ".log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), name + " takes too long");
            assertTrue(process.exitValue() == 0, () -> name + " failed, see " + log);
        } finally {
            process.destroyForcibly();
        }
    }
}
