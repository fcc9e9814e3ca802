package dev.vitrine.cli;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.server.Application;
import dev.vitrine.server.gallery.Gallery;
import dev.vitrine.server.gallery.Sheet;
import dev.vitrine.server.pipeline.Conditional;
import dev.vitrine.server.pipeline.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Asks every request of a list as a visitor would, and puts the replies on a sheet. A request that fails is wrong, and so is one
 * with warnings. In groups whose id begins with {@code errors} failing is right and anything else is wrong; in those that begin
 * with {@code warnings} warnings are fine.
 */
final class RequestSheet {
    private static final String FAILING = "errors";
    private static final String ODD = "warnings";

    private final Application application;
    private final Duration timeout;
    private final Consumer<String> progress;

    RequestSheet(Application application, Duration timeout, Consumer<String> progress) {
        this.application = application;
        this.timeout = timeout;
        this.progress = progress;
    }

    Sheet of(String title, Gallery gallery) {
        List<Sheet.Section> sections = new ArrayList<>();
        int requests = 0;
        for (Gallery.Scene group : gallery.scenes()) {
            List<Sheet.Cell> cells = new ArrayList<>();
            for (Gallery.Request request : group.requests()) {
                progress.accept(group.id() + ": " + request.title());
                cells.add(cell(group.id(), request));
            }
            requests += cells.size();
            sections.add(new Sheet.Section(group.title(), "", cells));
        }
        return new Sheet(title, requests + " requests, each answered as the server would answer it.", sections);
    }

    private Sheet.Cell cell(String group, Gallery.Request request) {
        Reply reply = answer(request.url());
        String failure = reply.error().map(e -> e.failure().kind().code()).orElse("");
        String warnings =
                reply.warnings().stream().map(warning -> warning.message()).collect(Collectors.joining("; "));
        boolean shouldFail = group.startsWith(FAILING);
        boolean isWrong = failure.isEmpty() == shouldFail || (!warnings.isEmpty() && !group.startsWith(ODD));
        String outcome = failure.isEmpty() ? "" : "status " + reply.status() + ", " + failure;
        String note = shouldFail && failure.isEmpty() ? "should have failed" : join(outcome, warnings);
        return new Sheet.Cell(request.title(), request.url(), note, isWrong, plain(reply.mediaType()), reply.body());
    }

    /** The reply to a request as {@link RequestLine} reads it. */
    Reply answer(String url) {
        return application
                .pipeline()
                .answer(RequestLine.read(url), Conditional.NONE, Deadline.in(timeout, System::nanoTime));
    }

    private static String join(String outcome, String warnings) {
        return outcome.isEmpty() || warnings.isEmpty() ? outcome + warnings : outcome + "; " + warnings;
    }

    /** A media type without its parameters. */
    static String plain(String mediaType) {
        int end = mediaType.indexOf(';');
        return end < 0 ? mediaType : mediaType.substring(0, end);
    }
}
