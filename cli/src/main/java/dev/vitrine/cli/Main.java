package dev.vitrine.cli;

import dev.vitrine.server.Application;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code vitrine}. */
@Command(
        name = "vitrine",
        description = "The open server for the Image Rendering protocol of Scene7 / Dynamic Media.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {
            ServeCommand.class,
            RenderCommand.class,
            ExplainCommand.class,
            PackCommand.class,
            UnpackCommand.class,
            ImportCommand.class,
            SheetCommand.class,
            VntcCommand.class,
            CheckCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:problems were found, or something unexpected happened",
            "2:the command line or the configuration is wrong",
            "11:the request failed: what it names is not found",
            "12:the request failed: it is wrong, or the content is bad",
            "13:the request failed: another error of the server",
            "14:the request was refused: too much to do"
        })
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true");
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler((e, commandLine, parsed) -> ExitCodes.report(e, commandLine.getErr()));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing, for example: vitrine serve");
    }

    /** Says which version this is, and of which Java. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "vitrine " + Application.version() + " (Java " + System.getProperty("java.version") + ")"
            };
        }
    }
}
