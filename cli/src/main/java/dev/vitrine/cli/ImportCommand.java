package dev.vitrine.cli;

import dev.vitrine.render.limit.RenderLimits;
import dev.vitrine.render.scene.OraImporter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vitrine import}: makes a scene.yaml of an OpenRaster file with well-named layers. */
@Command(
        name = "import",
        description = "Make a scene.yaml and its layers of an OpenRaster file (.ora), ready to be packed.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", description = "such as sofa.ora")
    private Path source;

    @Parameters(index = "1", paramLabel = "FOLDER", description = "an empty folder, or one to be made")
    private Path folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter err = spec.commandLine().getErr();
        Path file = Sources.file(source).path();
        new OraImporter(RenderLimits.standard()).unpack(file, folder).forEach(err::println);
        err.println(folder.resolve("scene.yaml") + " is ready: vitrine pack " + folder + " -o scene.ovp");
        err.flush();
        return ExitCodes.DONE;
    }
}
