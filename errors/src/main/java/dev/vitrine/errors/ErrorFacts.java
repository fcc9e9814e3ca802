package dev.vitrine.errors;

import com.google.common.base.Throwables;
import dev.vitrine.catalog.model.ErrorDetail;
import dev.vitrine.core.failure.Failure;
import dev.vitrine.core.failure.FailureKind;
import dev.vitrine.core.failure.PrintableText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What may be said about a failure at the catalog's level of detail. Text forms are written from this and from nothing else,
 * so no form can tell more than the level allows.
 *
 * @param message from level 2: one printable line
 * @param origins from level 2, if asked for: where the parts of the request came from
 * @param trace from level 3: the lines of the stack trace, printable; empty without a cause
 */
record ErrorFacts(
        FailureKind kind,
        int status,
        String requestId,
        Optional<String> callId,
        Instant moment,
        Optional<String> message,
        List<String> origins,
        List<String> trace) {
    private static final int MOST_TRACE_LINES = 200;

    ErrorFacts {
        origins = List.copyOf(origins);
        trace = List.copyOf(trace);
    }

    static ErrorFacts of(Failure failure, ErrorDetail detail, Wanted wanted, int status) {
        return new ErrorFacts(
                failure.kind(),
                status,
                wanted.requestId(),
                wanted.callId(),
                wanted.moment(),
                detail.atLeast(ErrorDetail.MESSAGE) ? Optional.of(failure.message()) : Optional.empty(),
                detail.atLeast(ErrorDetail.MESSAGE) ? wanted.origins() : List.of(),
                detail.atLeast(ErrorDetail.DEBUG) ? trace(failure) : List.of());
    }

    String title() {
        return kind.title();
    }

    int errorClass() {
        return kind.errorClass().number();
    }

    private static List<String> trace(Failure failure) {
        return failure.cause().stream()
                .flatMap(cause -> Throwables.getStackTraceAsString(cause).lines())
                .limit(MOST_TRACE_LINES)
                .map(line -> PrintableText.of(line.replace("\t", "    ")))
                .toList();
    }
}
