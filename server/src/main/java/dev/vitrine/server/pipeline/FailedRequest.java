package dev.vitrine.server.pipeline;

import dev.vitrine.catalog.model.ErrorSettings;
import dev.vitrine.catalog.model.ReplyHeader;
import dev.vitrine.core.failure.Failure;
import dev.vitrine.core.request.Visitor;
import dev.vitrine.core.value.RequestKind;
import dev.vitrine.core.value.RequestType;
import dev.vitrine.render.Rendered;
import java.util.List;
import java.util.Optional;

/**
 * A request that failed, and all that it takes to answer it again without reading it again. Texts are written anew for each
 * visitor, with their own request id; the picture is kept.
 *
 * @param catalog the root id of the session catalog
 * @param headers header fields that rules put on the reply
 * @param origins where the parts of the request came from, if that was asked for
 * @param picture the error image, if there is to be one and it could be made
 * @param first the id of the request for which the picture was made, and which the picture may show
 * @param onlyFor the one address for which this holds; absent if it holds for all
 */
record FailedRequest(
        Failure failure,
        String catalog,
        ErrorSettings errors,
        RequestKind kind,
        Optional<String> callId,
        List<ReplyHeader> headers,
        List<String> origins,
        Optional<Rendered> picture,
        String first,
        Optional<String> onlyFor) {
    private static final int FAILURE_BYTES = 1000;
    private static final int TRACE_BYTES = 8000;

    FailedRequest {
        headers = List.copyOf(headers);
        origins = List.copyOf(origins);
    }

    /** What is known before a picture is made. */
    static FailedRequest of(Failure failure, Reading reading, Visitor visitor) {
        return new FailedRequest(
                failure,
                reading.catalog(),
                reading.errors(),
                reading.kind(),
                reading.callId(),
                reading.headers(),
                reading.kind().type() == RequestType.DEBUG ? reading.origins() : List.of(),
                Optional.empty(),
                visitor.requestId(),
                reading.dependsOnAddress() ? Optional.of(visitor.address()) : Optional.empty());
    }

    FailedRequest with(Optional<Rendered> otherPicture) {
        return new FailedRequest(
                failure, catalog, errors, kind, callId, headers, origins, otherPicture, first, onlyFor);
    }

    boolean holdsFor(Visitor visitor) {
        return onlyFor.isEmpty() || onlyFor.get().equals(visitor.address());
    }

    /** About how much memory this takes. */
    int bytes() {
        return FAILURE_BYTES
                + (failure.cause().isPresent() ? TRACE_BYTES : 0)
                + origins.stream().mapToInt(String::length).sum()
                + picture.map(made -> made.body().length).orElse(0);
    }
}
