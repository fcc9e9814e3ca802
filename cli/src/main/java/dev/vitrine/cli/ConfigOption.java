package dev.vitrine.cli;

import dev.vitrine.server.config.ConfigException;
import dev.vitrine.server.config.ConfigReader;
import dev.vitrine.server.config.VitrineConfig;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code --config}, which most commands have. */
final class ConfigOption {
    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "the settings file; without it, defaults and VITRINE_… variables")
    private Path file;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** The settings; what was passed over in them is told on the error stream. */
    VitrineConfig read() throws ConfigException {
        ConfigReader reader =
                new ConfigReader(System.getenv(), Runtime.getRuntime().availableProcessors());
        VitrineConfig config = file == null ? reader.withoutFile() : reader.read(file);
        reader.warnings().forEach(warning -> command.commandLine().getErr().println("warning: " + warning));
        command.commandLine().getErr().flush();
        return config;
    }

    Optional<Path> file() {
        return Optional.ofNullable(file);
    }
}
