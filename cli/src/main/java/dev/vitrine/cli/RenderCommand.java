package dev.vitrine.cli;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.server.Application;
import dev.vitrine.server.config.VitrineConfig;
import dev.vitrine.server.pipeline.Conditional;
import dev.vitrine.server.pipeline.Reply;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vitrine render}: answers one request into a file, as the server would over HTTP. */
@Command(name = "render", description = "Answer one request into a file.", mixinStandardHelpOptions = true)
final class RenderCommand implements Callable<Integer> {
    @Mixin
    private ConfigOption config;

    @Parameters(
            paramLabel = "REQUEST",
            description = "for example 'demo/sofa?obj=seat&src=plaid&wid=800'; a URL will do")
    private String request;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "where the reply goes; '-' is standard output")
    private String output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        VitrineConfig settings = config.read();
        boolean toFile = !output.equals("-");
        if (toFile) {
            OutputFile.ready(Path.of(output));
        }
        Reply reply = new Application(settings)
                .pipeline()
                .answer(
                        RequestLine.read(request),
                        Conditional.NONE,
                        Deadline.in(settings.requestTimeout(), System::nanoTime));
        PrintWriter err = spec.commandLine().getErr();
        if (reply.error().isPresent()) {
            return ExitCodes.report(reply.error().get().failure(), err);
        }
        reply.warnings().forEach(warning -> err.println("warning: " + warning.message()));
        if (toFile) {
            Files.write(Path.of(output), reply.body());
            err.println(output + ": " + reply.body().length + " bytes of " + reply.mediaType());
        } else {
            System.out.write(reply.body());
            System.out.flush();
        }
        err.flush();
        return ExitCodes.DONE;
    }
}
