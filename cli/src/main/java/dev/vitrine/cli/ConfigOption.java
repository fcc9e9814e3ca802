package dev.vitrine.cli;

import dev.vitrine.server.config.ConfigException;
import dev.vitrine.server.config.ConfigReader;
import dev.vitrine.server.config.VitrineConfig;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --config}, which most commands have. */
final class ConfigOption {
    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "the settings file; without it, defaults and VITRINE_… variables")
    private Path file;

    VitrineConfig read() throws ConfigException {
        ConfigReader reader =
                new ConfigReader(System.getenv(), Runtime.getRuntime().availableProcessors());
        return file == null ? reader.withoutFile() : reader.read(file);
    }

    Optional<Path> file() {
        return Optional.ofNullable(file);
    }
}
