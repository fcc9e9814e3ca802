package dev.vitrine.errors;

import dev.vitrine.catalog.model.StatusProfile;
import dev.vitrine.core.failure.FailureKind;

/** The HTTP status of a failure in both profiles: the one place where statuses are decided. */
record ErrorStatus(int protocol, int semantic) {

    static ErrorStatus of(FailureKind kind) {
        return switch (kind) {
            case MALFORMED_REQUEST,
                    UNBALANCED_BRACKETS,
                    BAD_ENCODING,
                    BAD_VALUE,
                    OUT_OF_RANGE,
                    NO_VIGNETTE,
                    UNSUITABLE_MATERIAL -> new ErrorStatus(403, 400);
            case UNKNOWN_CATALOG,
                    UNKNOWN_VIGNETTE,
                    UNKNOWN_MATERIAL,
                    UNKNOWN_EMBEDDED,
                    UNKNOWN_IMAGE,
                    UNKNOWN_PROFILE,
                    SOURCE_MISSING,
                    OBJECT_NOT_FOUND,
                    PICK_NOT_FOUND -> new ErrorStatus(403, 404);
            case NESTED_TOO_DEEP, REPLY_TOO_LARGE, BUDGET_EXCEEDED, SOURCE_TOO_LARGE -> new ErrorStatus(403, 413);
            case REQUEST_TOO_LONG -> new ErrorStatus(414, 414);
            case SOURCE_DAMAGED, SOURCE_UNSUPPORTED -> new ErrorStatus(403, 422);
            case NOT_SUPPORTED -> new ErrorStatus(403, 501);
            case PATH_REFUSED, REFUSED_BY_RULE, LOCK_REFUSED, ADDRESS_REFUSED, FOREIGN_REFUSED ->
                new ErrorStatus(403, 403);
            case FOREIGN_FAILED -> new ErrorStatus(403, 502);
            case FOREIGN_TIMED_OUT -> new ErrorStatus(403, 504);
            case TIMED_OUT, TOO_BUSY -> new ErrorStatus(503, 503);
            case INTERNAL -> new ErrorStatus(500, 500);
        };
    }

    int in(StatusProfile profile) {
        return switch (profile) {
            case PROTOCOL -> protocol;
            case SEMANTIC -> semantic;
        };
    }
}
