package dev.vitrine.errors;

import dev.vitrine.catalog.model.ErrorSettings;
import dev.vitrine.catalog.model.Expiration;
import dev.vitrine.core.failure.Failure;
import dev.vitrine.core.failure.FailureKind;
import dev.vitrine.core.value.RequestType;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Decides how a failure is answered. The road through it:
 *
 * <ol>
 *   <li>the status comes from the kind of failure and the catalog's profile ({@link ErrorStatus});
 *   <li>what may be said comes from {@code ErrorDetail} ({@link ErrorFacts}): nothing of the request or the machine gets
 *       past it at the levels 0 and 1;
 *   <li>the form comes from what was asked for ({@link ErrorForm}), and is written by {@link ErrorText};
 *   <li>a picture that was asked for is answered with the catalog's {@code ErrorImage}, if it has one. Not with
 *       {@code req=debug}, which asks for the text; not for a client that wants problem+json; not by a server that is
 *       too busy, which must not make a picture to say so; and not for a URL that is too long, whose status is HTTP's own;
 *   <li>it expires at once, unless the catalog says otherwise and the fault is not the server's own.
 * </ol>
 */
public final class ErrorPolicy {
    private static final int RETRY_AFTER_SECONDS = 2;

    public ErrorAnswer decide(Failure failure, ErrorSettings settings, Wanted wanted) {
        FailureKind kind = failure.kind();
        int failureStatus = ErrorStatus.of(kind).in(settings.profile());
        ErrorForm form = ErrorForm.of(wanted);
        int status = form == ErrorForm.JSONP ? 200 : failureStatus;
        ErrorFacts facts = ErrorFacts.of(failure, settings.detail(), wanted, failureStatus);
        return new ErrorAnswer(
                kind,
                form,
                status,
                failureStatus,
                ErrorText.write(form, facts),
                image(kind, settings, wanted),
                failureStatus == 503 ? OptionalInt.of(RETRY_AFTER_SECONDS) : OptionalInt.empty(),
                isLasting(kind) && form != ErrorForm.PROBLEM ? settings.expiration() : Expiration.AT_ONCE);
    }

    /**
     * Whether the same request will fail again soon, so that the failure may be remembered: never where the server itself is
     * the trouble.
     */
    public static boolean isLasting(FailureKind kind) {
        return switch (kind.errorClass()) {
            case NOT_FOUND, REQUEST -> true;
            case NONE, SERVER, REFUSED -> false;
        };
    }

    private static Optional<String> image(FailureKind kind, ErrorSettings settings, Wanted wanted) {
        RequestType type = wanted.kind().type();
        boolean asksForPicture = type.isImage() && type != RequestType.DEBUG;
        if (!asksForPicture || wanted.problemJson() || hasStatusOfItsOwn(kind)) {
            return Optional.empty();
        }
        return settings.image().filter(value -> !value.isBlank());
    }

    private static boolean hasStatusOfItsOwn(FailureKind kind) {
        return kind == FailureKind.TOO_BUSY || kind == FailureKind.REQUEST_TOO_LONG;
    }
}
