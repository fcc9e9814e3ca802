package dev.vitrine.cli;

import dev.vitrine.server.Application;
import dev.vitrine.server.config.VitrineConfig;
import dev.vitrine.server.gallery.GalleryReader;
import dev.vitrine.server.gallery.Sheet;
import dev.vitrine.server.gallery.SheetPage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vitrine sheet}: a contact sheet of a list of requests, or of what one package can do. */
@Command(
        name = "sheet",
        description = "Make a contact sheet, one HTML file, of a list of requests or of one vignette package.",
        mixinStandardHelpOptions = true)
final class SheetCommand implements Callable<Integer> {
    @Mixin
    private ConfigOption config;

    @Parameters(
            paramLabel = "SOURCE",
            description = "a list of requests such as examples/sheet.yaml, or a package such as sofa.ovp")
    private Path source;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "the HTML file to write")
    private Path output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter err = spec.commandLine().getErr();
        OutputFile.ready(output);
        return write(sheet(Progress.to(err)), output, err);
    }

    private Sheet sheet(Consumer<String> progress) throws Exception {
        if (!Files.exists(source)) {
            throw new IOException(source + ": there is no such file");
        }
        if (Files.isDirectory(source)) {
            throw new IOException(source + ": is a folder; pack it first, with --sheet if you like");
        }
        String name = String.valueOf(source.getFileName());
        if (name.toLowerCase(Locale.ROOT).matches(".*\\.ya?ml")) {
            VitrineConfig settings = config.read();
            Application application = new Application(settings);
            return new RequestSheet(application, settings.requestTimeout(), progress)
                    .of(name, new GalleryReader().read(source));
        }
        return new PackageSheet(source, progress).make();
    }

    /** Writes the page and says what there is to see; the exit code tells whether something is marked as wrong. */
    static int write(Sheet sheet, Path output, PrintWriter err) throws IOException {
        Files.writeString(output, SheetPage.write(sheet));
        err.println(output + ": " + sheet.cells() + " cells, " + sheet.wrong() + " wrong");
        err.flush();
        return sheet.wrong() == 0 ? ExitCodes.DONE : ExitCodes.PROBLEMS;
    }
}
