package dev.vitrine.cli;

import dev.vitrine.catalog.resolve.PreparedRequest;
import dev.vitrine.catalog.resolve.RequestReader;
import dev.vitrine.catalog.resolve.ResolvedRequest;
import dev.vitrine.catalog.resolve.ResolvedServing;
import dev.vitrine.catalog.store.CatalogStore;
import dev.vitrine.core.failure.Failure;
import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.Warning;
import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.request.Dialect;
import dev.vitrine.core.request.ParsedRequest;
import dev.vitrine.core.request.RawRequest;
import dev.vitrine.core.request.RequestPreview;
import dev.vitrine.core.request.RequestText;
import dev.vitrine.render.serve.ServingPlan;
import dev.vitrine.render.step.RenderPlan;
import dev.vitrine.server.Application;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
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
        CatalogStore catalogs = raw.dialect() == Dialect.SERVING ? application.images() : application.catalogs();
        PreparedRequest prepared = application.reader().prepare(raw, catalogs.session(RequestPreview.of(raw)));
        spec.commandLine()
                .getOut()
                .println("catalog: "
                        + (prepared.session().isDefault()
                                ? "default"
                                : prepared.session().id()));
        try {
            if (raw.dialect() == Dialect.SERVING) {
                explainServing(application, prepared);
            } else {
                explainRendering(application, prepared);
            }
            return ExitCodes.DONE;
        } catch (Stopped stopped) {
            return stopped.exitCode;
        }
    }

    private void explainRendering(Application application, PreparedRequest prepared) throws Stopped {
        RequestReader reader = application.reader();
        ParsedRequest asked = stop(
                "asked",
                () -> reader.parse(prepared),
                RequestText::of,
                () -> reader.provenance(prepared, Optional.empty()));
        tell("from", reader.provenance(prepared, Optional.of(asked)));
        ResolvedRequest meant =
                stop("meant", () -> reader.resolve(asked, prepared.session()), RecordText::of, List::of);
        if (meant.kind().type().isImage()) {
            RenderPlan planned = stop(
                    "planned", () -> application.engine().plan(meant, Deadline.never()), RenderPlan::text, List::of);
            warn(planned.warnings());
        } else {
            warn(meant.warnings());
        }
    }

    private void explainServing(Application application, PreparedRequest prepared) throws Stopped {
        RequestReader reader = application.reader();
        Supplier<List<String>> from = () -> reader.provenance(prepared, Optional.empty());
        stop("asked", () -> reader.parseServing(prepared), RequestText::of, from);
        tell("from", from.get());
        ResolvedServing meant = stop("meant", () -> reader.readServing(prepared), RecordText::of, List::of);
        if (meant.kind().type().isImage()) {
            stop("planned", () -> application.engine().plan(meant, Deadline.never()), ServingPlan::text, List::of);
        }
        warn(meant.warnings());
    }

    private void tell(String name, List<String> lines) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(name + ":");
        lines.forEach(line -> out.println("  " + line));
        out.flush();
    }

    /** @param before what to tell before the failure, if it fails */
    private <T> T stop(String name, Supplier<T> work, Function<T, String> text, Supplier<List<String>> before)
            throws Stopped {
        PrintWriter out = spec.commandLine().getOut();
        try {
            T value = work.get();
            out.println(name + ":");
            text.apply(value).lines().forEach(line -> out.println("  " + line.stripTrailing()));
            out.flush();
            return value;
        } catch (FailureException e) {
            Failure failure = e.failure();
            if (!before.get().isEmpty()) {
                tell("from", before.get());
            }
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
