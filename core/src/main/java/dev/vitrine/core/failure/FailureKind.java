package dev.vitrine.core.failure;

import static dev.vitrine.core.failure.ErrorClass.NOT_FOUND;
import static dev.vitrine.core.failure.ErrorClass.REFUSED;
import static dev.vitrine.core.failure.ErrorClass.REQUEST;
import static dev.vitrine.core.failure.ErrorClass.SERVER;

/**
 * The closed catalogue of everything that can end a request. A kind's code never changes; its title says nothing of the
 * request or the machine, so anyone may read it; its template makes the detailed message out of the failure's arguments
 * ({@code {0}}, {@code {1}} …) and is for readers the catalog trusts.
 */
public enum FailureKind {
    MALFORMED_REQUEST("malformed-request", REQUEST, "Request not understood", "The request cannot be read: {0}."),
    UNBALANCED_BRACKETS("unbalanced-brackets", REQUEST, "Brackets do not match", "A bracket is not closed: {0}."),
    BAD_ENCODING(
            "bad-encoding", REQUEST, "Bad URL encoding", "A % is not followed by two hex digits in {1}, at ''{0}''."),
    BAD_VALUE("bad-value", REQUEST, "Bad value", "''{0}={1}'' is not understood: expected {2}."),
    OUT_OF_RANGE("out-of-range", REQUEST, "Value out of range", "''{0}={1}'' is out of range: expected {2}."),
    REQUEST_TOO_LONG(
            "request-too-long", REQUEST, "Request too long", "The request has {0} characters; at most {1} are read."),
    NESTED_TOO_DEEP("nested-too-deep", REQUEST, "Nested too deep", "Requests are nested more than {0} deep."),
    NOT_SUPPORTED("not-supported", REQUEST, "Not supported", "{0} is not supported."),
    NO_VIGNETTE("no-vignette", REQUEST, "No vignette named", "Neither the path nor vignette= names a vignette."),
    UNKNOWN_CATALOG(
            "unknown-catalog",
            NOT_FOUND,
            "Catalog not found",
            "No catalog is named ''{0}'', and no file is found at ''{1}''{2}."),
    UNKNOWN_VIGNETTE(
            "unknown-vignette",
            NOT_FOUND,
            "Vignette not found",
            "Catalog ''{1}'' has no vignette ''{0}'', and no file is found by that name{2}."),
    UNKNOWN_MATERIAL(
            "unknown-material",
            NOT_FOUND,
            "Material not found",
            "Catalog ''{1}'' has no material ''{0}'', and no file is found by that name{2}."),
    UNKNOWN_EMBEDDED(
            "unknown-embedded",
            NOT_FOUND,
            "Material not found in the vignette",
            "The vignette ''{1}'' holds no material ''{0}''{2}."),
    UNKNOWN_IMAGE(
            "unknown-image",
            NOT_FOUND,
            "Image not found",
            "Catalog ''{1}'' has no image ''{0}'', and no file is found by that name."),
    UNKNOWN_PROFILE(
            "unknown-profile", NOT_FOUND, "Color profile not found", "Catalog ''{1}'' has no color profile ''{0}''."),
    SOURCE_MISSING("source-missing", NOT_FOUND, "Source file not found", "The file ''{0}'' cannot be found."),
    OBJECT_NOT_FOUND(
            "object-not-found", REQUEST, "Object not found", "The vignette has no group or object ''{0}''{1}."),
    PICK_NOT_FOUND("pick-not-found", REQUEST, "No object at this point", "No selectable object is at {0},{1}."),
    UNSUITABLE_MATERIAL(
            "unsuitable-material",
            REQUEST,
            "Material does not fit the object",
            "''{0}'' cannot wear this material: {1}."),
    REPLY_TOO_LARGE("reply-too-large", REQUEST, "Reply too large", "The reply would be {0}; at most {1} are allowed."),
    BUDGET_EXCEEDED(
            "budget-exceeded", REQUEST, "Request needs too much", "The request needs more than its budget of {0}."),
    SOURCE_DAMAGED("source-damaged", REQUEST, "Source damaged", "''{0}'' cannot be read: {1}."),
    SOURCE_UNSUPPORTED(
            "source-unsupported",
            REQUEST,
            "Source format not supported",
            "''{0}'' is of a format that is not read: {1}."),
    SOURCE_TOO_LARGE("source-too-large", REQUEST, "Source too large", "''{0}'' is too large to open: {1}."),
    PATH_REFUSED("path-refused", REQUEST, "Path refused", "The path ''{0}'' is refused: {1}."),
    REFUSED_BY_RULE("refused-by-rule", REQUEST, "Request refused", "The rule ''{0}'' refuses this request."),
    LOCK_REFUSED("lock-refused", REQUEST, "Request lock refused", "The catalog serves only locked requests: {0}."),
    ADDRESS_REFUSED(
            "address-refused", REQUEST, "Client IP address forbidden.", "The catalog does not serve the address {0}."),
    FOREIGN_REFUSED(
            "foreign-refused", REQUEST, "Foreign source refused", "The foreign source ''{0}'' is refused: {1}."),
    FOREIGN_FAILED(
            "foreign-failed", REQUEST, "Foreign source failed", "The foreign source ''{0}'' could not be had: {1}."),
    FOREIGN_TIMED_OUT(
            "foreign-timed-out",
            REQUEST,
            "Foreign source timed out",
            "The foreign source ''{0}'' did not answer within {1}."),
    TIMED_OUT("timed-out", SERVER, "Request timed out", "The request did not finish within {0}."),
    TOO_BUSY("too-busy", REFUSED, "Server too busy", "{0} requests are waiting; try again shortly."),
    INTERNAL("internal", SERVER, "Internal error", "An unexpected error: {0}.");

    private final String code;
    private final ErrorClass errorClass;
    private final String title;
    private final String template;

    FailureKind(String code, ErrorClass errorClass, String title, String template) {
        this.code = code;
        this.errorClass = errorClass;
        this.title = title;
        this.template = template;
    }

    /** The stable name of this kind in headers, logs and metrics: lower-case words joined by hyphens. */
    public String code() {
        return code;
    }

    public ErrorClass errorClass() {
        return errorClass;
    }

    /** The public title: safe to show to anybody. */
    public String title() {
        return title;
    }

    /** The {@link java.text.MessageFormat} pattern of the detailed message. */
    public String template() {
        return template;
    }

    /** Whether the same request may succeed a little later without anybody changing anything. */
    public boolean retryHelps() {
        return errorClass == SERVER || errorClass == REFUSED || this == FOREIGN_FAILED || this == FOREIGN_TIMED_OUT;
    }
}
