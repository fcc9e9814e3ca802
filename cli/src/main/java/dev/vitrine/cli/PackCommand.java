package dev.vitrine.cli;

import dev.vitrine.render.limit.RenderLimits;
import dev.vitrine.render.scene.PackReport;
import dev.vitrine.render.scene.Packer;
import dev.vitrine.render.shade.LightInversion;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vitrine pack}: makes a vignette package of what an author wrote. */
@Command(
        name = "pack",
        description = "Make a vignette package of a scene.yaml and its layers.",
        mixinStandardHelpOptions = true)
final class PackCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SPEC", description = "a scene.yaml, or the folder that holds one")
    private Path specification;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "the package to write, such as sofa.ovp")
    private Path output;

    @Option(
            names = {"--sheet"},
            paramLabel = "FILE",
            description = "also write a contact sheet of the package, an HTML file, as 'vitrine sheet' does")
    private Path sheet;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter err = spec.commandLine().getErr();
        OutputFile.ready(output);
        if (sheet != null) {
            OutputFile.ready(sheet);
        }
        Packer packer = new Packer(RenderLimits.standard(), new LightInversion());
        Consumer<String> progress = Progress.to(err);
        PackReport report = packer.pack(specification, output.toAbsolutePath(), progress);
        report.problems().forEach(err::println);
        err.println(
                report.isWritten()
                        ? output + ": " + report.bytes() + " bytes, " + report.files() + " layers, " + report.levels()
                                + " levels"
                        : "nothing was written");
        err.flush();
        if (!report.isWritten()) {
            return ExitCodes.PROBLEMS;
        }
        return sheet == null
                ? ExitCodes.DONE
                : SheetCommand.write(new PackageSheet(output, progress).make(), sheet, err);
    }
}
