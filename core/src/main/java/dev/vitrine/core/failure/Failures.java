package dev.vitrine.core.failure;

import java.time.Duration;

/** Every failure is born here, by name: one factory per way a request can end. */
public final class Failures {
    private Failures() {}

    public static FailureException malformed(String what) {
        return failed(FailureKind.MALFORMED_REQUEST, what);
    }

    public static FailureException unbalancedBrackets(String near) {
        return failed(FailureKind.UNBALANCED_BRACKETS, near);
    }

    /**
     * A percent sign that begins no escape.
     *
     * @param where the command, or {@code the path}
     * @param text from the percent sign on
     */
    public static FailureException badEncoding(String where, String text) {
        return failed(FailureKind.BAD_ENCODING, text, where);
    }

    public static FailureException badValue(String command, String value, String expected) {
        return failed(FailureKind.BAD_VALUE, command, value, expected);
    }

    public static FailureException outOfRange(String command, String value, String expected) {
        return failed(FailureKind.OUT_OF_RANGE, command, value, expected);
    }

    public static FailureException requestTooLong(int length, int most) {
        return failed(FailureKind.REQUEST_TOO_LONG, length, most);
    }

    public static FailureException nestedTooDeep(int most) {
        return failed(FailureKind.NESTED_TOO_DEEP, most);
    }

    public static FailureException notSupported(String what) {
        return failed(FailureKind.NOT_SUPPORTED, what);
    }

    public static FailureException noVignette() {
        return failed(FailureKind.NO_VIGNETTE);
    }

    /**
     * A path or source whose first element is no catalog's id.
     *
     * @param hint empty, or a sentence fragment such as {@code ": did you mean 'demo'?"}
     */
    public static FailureException unknownCatalog(String catalog, String item, String hint) {
        return failed(FailureKind.UNKNOWN_CATALOG, catalog, item, hint);
    }

    /**
     * A vignette that is neither a record of the catalog nor a file.
     *
     * @param hint empty, or a sentence fragment such as {@code ": did you mean 'sofa'?"}
     */
    public static FailureException unknownVignette(String item, String catalog, String hint) {
        return failed(FailureKind.UNKNOWN_VIGNETTE, item, catalog, hint);
    }

    /**
     * A material that is neither a record of the catalog nor a file.
     *
     * @param hint empty, or a sentence fragment such as {@code ": did you mean 'linen'?"}
     */
    public static FailureException unknownMaterial(String item, String catalog, String hint) {
        return failed(FailureKind.UNKNOWN_MATERIAL, item, catalog, hint);
    }

    /**
     * A material that the vignette does not hold.
     *
     * @param hint empty, or a sentence fragment such as {@code ": did you mean 'Linen'?"}
     */
    public static FailureException unknownEmbedded(String material, String vignette, String hint) {
        return failed(FailureKind.UNKNOWN_EMBEDDED, material, vignette, hint);
    }

    public static FailureException unknownImage(String item, String catalog) {
        return failed(FailureKind.UNKNOWN_IMAGE, item, catalog);
    }

    public static FailureException unknownProfile(String name, String catalog) {
        return failed(FailureKind.UNKNOWN_PROFILE, name, catalog);
    }

    public static FailureException sourceMissing(String file) {
        return failed(FailureKind.SOURCE_MISSING, file);
    }

    /**
     * An {@code obj=} that names nothing, where that is an error.
     *
     * @param hint empty, or a sentence fragment such as {@code ": did you mean 'sofa/seat'?"}
     */
    public static FailureException objectNotFound(String path, String hint) {
        return failed(FailureKind.OBJECT_NOT_FOUND, path, hint);
    }

    public static FailureException pickNotFound(int x, int y) {
        return failed(FailureKind.PICK_NOT_FOUND, x, y);
    }

    public static FailureException unsuitableMaterial(String object, String why) {
        return failed(FailureKind.UNSUITABLE_MATERIAL, object, why);
    }

    /** A picture of more pixels than are allowed; {@code size} is in pixels. */
    public static FailureException replyTooLarge(String size, String most) {
        return failed(FailureKind.REPLY_TOO_LARGE, size + " pixels", most);
    }

    /** A file that is larger than the request allows, whatever is done. */
    public static FailureException fileTooLarge(int bytes, int most) {
        return failed(FailureKind.REPLY_TOO_LARGE, bytes + " bytes", Integer.toString(most));
    }

    public static FailureException budgetExceeded(String budget) {
        return failed(FailureKind.BUDGET_EXCEEDED, budget);
    }

    public static FailureException sourceDamaged(String file, String why) {
        return failed(FailureKind.SOURCE_DAMAGED, file, why);
    }

    public static FailureException sourceDamaged(String file, Throwable cause) {
        return new Failure(FailureKind.SOURCE_DAMAGED, file, String.valueOf(cause.getMessage()))
                .causedBy(cause)
                .asException();
    }

    public static FailureException sourceUnsupported(String file, String why) {
        return failed(FailureKind.SOURCE_UNSUPPORTED, file, why);
    }

    public static FailureException sourceTooLarge(String file, String why) {
        return failed(FailureKind.SOURCE_TOO_LARGE, file, why);
    }

    public static FailureException pathRefused(String path, String why) {
        return failed(FailureKind.PATH_REFUSED, path, why);
    }

    public static FailureException refusedByRule(String rule) {
        return failed(FailureKind.REFUSED_BY_RULE, rule);
    }

    /** A request whose catalog wants it locked or obscured, and which is not, or wrongly. */
    public static FailureException lockRefused(String why) {
        return failed(FailureKind.LOCK_REFUSED, why);
    }

    public static FailureException addressRefused(String address) {
        return failed(FailureKind.ADDRESS_REFUSED, address);
    }

    public static FailureException foreignRefused(String url, String why) {
        return failed(FailureKind.FOREIGN_REFUSED, url, why);
    }

    public static FailureException foreignFailed(String url, String why) {
        return failed(FailureKind.FOREIGN_FAILED, url, why);
    }

    public static FailureException foreignTimedOut(String url, Duration allowed) {
        return failed(FailureKind.FOREIGN_TIMED_OUT, url, allowed.toMillis() + " ms");
    }

    public static FailureException timedOut(Duration allowed) {
        return failed(FailureKind.TIMED_OUT, allowed.toMillis() + " ms");
    }

    public static FailureException tooBusy(int waiting) {
        return failed(FailureKind.TOO_BUSY, waiting);
    }

    /** A bug of ours, or a library exception that nobody foresaw. */
    public static Failure internal(Throwable cause) {
        return new Failure(FailureKind.INTERNAL, cause.toString()).causedBy(cause);
    }

    private static FailureException failed(FailureKind kind, Object... arguments) {
        return new Failure(kind, arguments).asException();
    }
}
