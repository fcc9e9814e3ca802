package dev.vitrine.errors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.catalog.model.ErrorDetail;
import dev.vitrine.catalog.model.ErrorSettings;
import dev.vitrine.catalog.model.Expiration;
import dev.vitrine.catalog.model.StatusProfile;
import dev.vitrine.core.failure.ErrorClass;
import dev.vitrine.core.failure.Failure;
import dev.vitrine.core.failure.FailureKind;
import dev.vitrine.core.text.Escapes;
import dev.vitrine.core.value.RequestKind;
import dev.vitrine.core.value.RequestType;
import dev.vitrine.core.value.TextForm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every kind of failure, at every level, in every form. */
class ErrorPolicyTest {
    /** What clients rely on: code, class, status in both profiles, whether a client is told to come back. */
    private static final String TABLE = """
            malformed-request    2 403 400 -
            unbalanced-brackets  2 403 400 -
            bad-encoding         2 403 400 -
            bad-value            2 403 400 -
            out-of-range         2 403 400 -
            request-too-long     2 414 414 -
            nested-too-deep      2 403 413 -
            not-supported        2 403 501 -
            no-vignette          2 403 400 -
            unknown-catalog      1 403 404 -
            unknown-vignette     1 403 404 -
            unknown-material     1 403 404 -
            unknown-embedded     1 403 404 -
            unknown-image        1 403 404 -
            unknown-profile      1 403 404 -
            source-missing       1 403 404 -
            object-not-found     2 403 404 -
            pick-not-found       2 403 404 -
            unsuitable-material  2 403 400 -
            reply-too-large      2 403 413 -
            budget-exceeded      2 403 413 -
            source-damaged       2 403 422 -
            source-unsupported   2 403 422 -
            source-too-large     2 403 413 -
            path-refused         2 403 403 -
            refused-by-rule      2 403 403 -
            lock-refused         2 403 403 -
            address-refused      2 403 403 -
            foreign-refused      2 403 403 -
            foreign-failed       2 403 502 -
            foreign-timed-out    2 403 504 -
            timed-out            3 503 503 retry
            too-busy             4 503 503 retry
            internal             3 500 500 -
            """;

    private static final Map<String, Row> ROWS = TABLE.lines()
            .map(line -> line.split("\\s+"))
            .map(f -> new Row(
                    f[0], Integer.parseInt(f[1]), Integer.parseInt(f[2]), Integer.parseInt(f[3]), f[4].equals("retry")))
            .collect(Collectors.toMap(Row::code, Function.identity()));

    private static final RequestKind IMAGE = new RequestKind(RequestType.IMG, TextForm.TEXT);
    private static final String MARKER = "Zq7MARKERqZ";

    private final ErrorPolicy policy = new ErrorPolicy();

    @Test
    void decide_everyKindLevelAndForm_hasTheStatusOfItsRow() {
        forEveryCase((failure, settings, wanted) -> {
            Row row = ROWS.get(failure.kind().code());
            assertTrue(row != null, "no row for " + failure.kind());
            ErrorAnswer answer = policy.decide(failure, settings, wanted);
            int status = settings.profile() == StatusProfile.PROTOCOL ? row.protocol : row.semantic;
            assertEquals(answer.form() == ErrorForm.JSONP ? 200 : status, answer.status());
            assertEquals(row.code + "; class=" + row.errorClass + "; status=" + status, answer.header());
            assertEquals(row.retry ? OptionalInt.of(2) : OptionalInt.empty(), answer.retryAfterSeconds());
        });
        assertEquals(FailureKind.values().length, ROWS.size(), "a row without a kind");
    }

    @Test
    void decide_levels0And1_sayTheTitleAndNothingOfTheRequest() {
        forEveryCase((failure, settings, wanted) -> {
            if (settings.detail().atLeast(ErrorDetail.MESSAGE)) {
                return;
            }
            ErrorAnswer answer = policy.decide(failure, settings, wanted);
            String all = answer.text() + answer.header() + answer.mediaType();
            assertTrue(
                    answer.text().contains(failure.title())
                            || answer.text().contains(Escapes.property(failure.title())),
                    answer.text());
            assertFalse(all.contains(MARKER), () -> failure.kind() + " leaks at level 0: " + all);
            String variables =
                    ErrorVariables.of(failure, settings.detail(), MARKER).toString();
            assertFalse(variables.contains(MARKER), () -> failure.kind() + " leaks in a template: " + variables);
            assertFalse(
                    all.contains("java.") || all.contains("Exception"),
                    () -> failure.kind() + " names a class at level 0: " + all);
        });
    }

    @Test
    void decide_level2_saysTheMessageButNoTrace() {
        forEveryCase((failure, settings, wanted) -> {
            String text = policy.decide(failure, settings, wanted).text();
            if (settings.detail().atLeast(ErrorDetail.MESSAGE)
                    && failure.kind().template().contains("{0}")) {
                assertTrue(text.contains(MARKER), () -> failure.kind() + " hides its message: " + text);
            }
            assertEquals(
                    settings.detail() == ErrorDetail.DEBUG,
                    text.contains("IllegalStateException"),
                    () -> settings.detail() + " of " + failure.kind() + ": " + text);
        });
    }

    @Test
    void decide_imageRequest_triesTheErrorImageFirstAndHasPlainTextSpare() {
        ErrorSettings settings = settings(ErrorDetail.TITLE, StatusProfile.PROTOCOL);
        for (FailureKind kind : FailureKind.values()) {
            ErrorAnswer answer = policy.decide(failureOf(kind), settings, wanted(IMAGE, false));
            boolean mayDraw = kind != FailureKind.TOO_BUSY && kind != FailureKind.REQUEST_TOO_LONG;
            assertEquals(mayDraw ? Optional.of("demo/onError") : Optional.empty(), answer.image(), kind.code());
            assertEquals(kind.title() + "\n", answer.text());
        }
    }

    @Test
    void decide_anythingButAPicture_neverHasAnErrorImage() {
        ErrorSettings settings = settings(ErrorDetail.DEBUG, StatusProfile.PROTOCOL);
        Failure failure = failureOf(FailureKind.UNKNOWN_VIGNETTE);
        for (RequestType type : RequestType.values()) {
            for (TextForm form : TextForm.values()) {
                boolean picture = type.isImage() && type != RequestType.DEBUG;
                ErrorAnswer answer = policy.decide(failure, settings, wanted(new RequestKind(type, form), false));
                assertEquals(picture, answer.image().isPresent(), type + " " + form);
            }
        }
        assertTrue(policy.decide(failure, settings, wanted(IMAGE, true)).image().isEmpty(), "problem+json");
    }

    @Test
    void decide_emptyErrorImage_isSwitchedOff() {
        ErrorSettings settings = new ErrorSettings(ErrorDetail.TITLE, Optional.of(" "), StatusProfile.PROTOCOL);
        assertTrue(policy.decide(failureOf(FailureKind.BAD_VALUE), settings, wanted(IMAGE, false))
                .image()
                .isEmpty());
    }

    @Test
    void decide_expiration_isAtOnceUnlessTheCatalogSaysOtherwise() {
        Expiration hour = new Expiration(1);
        for (FailureKind kind : FailureKind.values()) {
            boolean servers = kind.errorClass() == ErrorClass.SERVER || kind.errorClass() == ErrorClass.REFUSED;
            ErrorSettings patient =
                    new ErrorSettings(ErrorDetail.TITLE, Optional.empty(), StatusProfile.PROTOCOL, hour);
            assertEquals(
                    servers ? Expiration.AT_ONCE : hour,
                    policy.decide(failureOf(kind), patient, wanted(IMAGE, false))
                            .expiration(),
                    kind.code());
            assertEquals(
                    Expiration.AT_ONCE,
                    policy.decide(failureOf(kind), patient, wanted(IMAGE, true)).expiration(),
                    "negotiated");
            assertEquals(!servers, ErrorPolicy.isLasting(kind));
        }
    }

    @Test
    void decide_eachTypeOfRequest_hasTheFormOfItsRow() {
        Map<String, ErrorForm> table = Map.ofEntries(
                Map.entry("img", ErrorForm.PLAIN),
                Map.entry("object", ErrorForm.PLAIN),
                Map.entry("debug", ErrorForm.PLAIN),
                Map.entry("props", ErrorForm.PROPERTIES),
                Map.entry("props,xml", ErrorForm.XML),
                Map.entry("imageprops", ErrorForm.PROPERTIES),
                Map.entry("imageprops,javascript", ErrorForm.JAVASCRIPT),
                Map.entry("contents", ErrorForm.XML),
                Map.entry("map", ErrorForm.XML),
                Map.entry("userdata", ErrorForm.PLAIN),
                Map.entry("exists", ErrorForm.PROPERTIES),
                Map.entry("exists,json", ErrorForm.JSONP),
                Map.entry("validate,json", ErrorForm.JSONP),
                Map.entry("catalogprops", ErrorForm.PROPERTIES));
        table.forEach((req, form) -> assertEquals(
                form,
                policy.decide(
                                failureOf(FailureKind.BAD_VALUE),
                                ErrorSettings.SILENT,
                                wanted(RequestKind.read("req", req), false))
                        .form(),
                req));
    }

    /** Failures with hostile arguments and a cause, over all kinds, levels, profiles, request types and text forms. */
    private void forEveryCase(Case test) {
        for (Wanted wanted : everyWanted()) {
            for (ErrorDetail detail : ErrorDetail.values()) {
                for (StatusProfile profile : StatusProfile.values()) {
                    for (FailureKind kind : FailureKind.values()) {
                        test.check(failureOf(kind), settings(detail, profile), wanted);
                    }
                }
            }
        }
    }

    private static List<Wanted> everyWanted() {
        List<Wanted> all = new ArrayList<>();
        for (RequestType type : RequestType.values()) {
            for (TextForm form : TextForm.values()) {
                all.add(wanted(new RequestKind(type, form), false));
            }
        }
        all.add(wanted(IMAGE, true));
        assertEquals(
                List.of(ErrorForm.values()),
                all.stream().map(ErrorForm::of).distinct().sorted().toList(),
                "every form is met");
        return all;
    }

    private static Wanted wanted(RequestKind kind, boolean problemJson) {
        return new Wanted(kind, problemJson, "r-1", Optional.of("-17"), Instant.EPOCH, List.of());
    }

    private static ErrorSettings settings(ErrorDetail detail, StatusProfile profile) {
        return new ErrorSettings(detail, Optional.of("demo/onError"), profile);
    }

    static Failure failureOf(FailureKind kind) {
        String[] arguments = new String[4];
        Arrays.fill(arguments, MARKER);
        IllegalStateException cause = new IllegalStateException(MARKER);
        cause.setStackTrace(Arrays.copyOf(cause.getStackTrace(), 3));
        return new Failure(kind, (Object[]) arguments).causedBy(cause);
    }

    @FunctionalInterface
    private interface Case {
        void check(Failure failure, ErrorSettings settings, Wanted wanted);
    }

    private record Row(String code, int errorClass, int protocol, int semantic, boolean retry) {}
}
