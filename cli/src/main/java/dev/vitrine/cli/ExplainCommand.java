package dev.vitrine.cli;

import dev.vitrine.catalog.resolve.PreparedRequest;
import dev.vitrine.catalog.resolve.ResolvedRequest;
import dev.vitrine.catalog.store.Session;
import dev.vitrine.core.failure.Failure;
import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.PrintableText;
import dev.vitrine.core.failure.Warning;
import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.request.ParsedRequest;
import dev.vitrine.core.request.RawRequest;
import dev.vitrine.core.request.RequestPreview;
import dev.vitrine.core.request.RequestText;
import dev.vitrine.render.step.RenderPlan;
import dev.vitrine.server.Application;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vitrine explain}: shows a request at each stop of its road, up to where it fails. */
@Command(
        name = "explain",
        description = "Show what a request asks, what that means here, and what would be done.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    @Mixin
    private ConfigOption config;

    @Parameters(
            paramLabel = "REQUEST",
            description = "for example 'demo/sofa?obj=seat&src=plaid&wid=800'; a URL will do")
    private String request;

    @Spec
    private CommandSpec spec;

    /** Thrown no further than this class: the failure has been told. */
    private static final class Stopped extends Exception {
        private static final long serialVersionUID = 1L;

        private final int exitCode;

        Stopped(int exitCode) {
            super(null, null, false, false);
            this.exitCode = exitCode;
        }
    }

    @Override
    public Integer call() throws Exception {
        Application application = new Application(config.read());
        RawRequest raw = RequestLine.read(request);
        PreparedRequest prepared =
                application.reader().prepare(raw, application.catalogs().session(RequestPreview.of(raw)));
        Session session = prepared.session();
        spec.commandLine().getOut().println("catalog: " + (session.isDefault() ? "default" : session.id()));
        prepared.rules().forEach(rule -> spec.commandLine().getOut().println("rule: " + PrintableText.of(rule)));
        try {
            ParsedRequest asked = stop("asked", () -> application.reader().parse(prepared), RequestText::of);
            ResolvedRequest meant = stop("meant", () -> application.reader().resolve(asked, session), RecordText::of);
            if (meant.kind().type().isImage()) {
                RenderPlan planned =
                        stop("planned", () -> application.engine().plan(meant, Deadline.never()), RenderPlan::text);
                warn(planned.warnings());
            } else {
                warn(meant.warnings());
            }
            return ExitCodes.DONE;
        } catch (Stopped stopped) {
            return stopped.exitCode;
        }
    }

    private <T> T stop(String name, Supplier<T> work, Function<T, String> text) throws Stopped {
        PrintWriter out = spec.commandLine().getOut();
        try {
            T value = work.get();
            out.println(name + ":");
            text.apply(value).lines().forEach(line -> out.println("  " + line.stripTrailing()));
            out.flush();
            return value;
        } catch (FailureException e) {
            Failure failure = e.failure();
            out.println(name + ": fails here");
            out.flush();
            throw new Stopped(ExitCodes.report(failure, spec.commandLine().getErr()));
        }
    }

    private void warn(List<Warning> warnings) {
        PrintWriter out = spec.commandLine().getOut();
        warnings.forEach(warning -> out.println("warning: " + warning.message()));
        out.flush();
    }
}
