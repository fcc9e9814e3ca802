package dev.vitrine.errors;

import dev.vitrine.core.failure.FailureKind;

/** The table of all kinds of failure in Markdown, as {@code docs/errors.md} shows it. */
public final class ErrorReference {
    private ErrorReference() {}

    public static String markdown() {
        StringBuilder out = new StringBuilder("""
                | code | title | class | status (`protocol`) | status (`semantic`) | try again? | cause | cure |
                | --- | --- | ---: | ---: | ---: | --- | --- | --- |
                """);
        for (FailureKind kind : FailureKind.values()) {
            ErrorStatus status = ErrorStatus.of(kind);
            ErrorAdvice advice = ErrorAdvice.of(kind);
            out.append("| `%s` | %s | %d | %d | %d | %s | %s | %s |\n"
                    .formatted(
                            kind.code(),
                            kind.title(),
                            kind.errorClass().number(),
                            status.protocol(),
                            status.semantic(),
                            kind.retryHelps() ? "yes" : "no",
                            advice.cause(),
                            advice.cure()));
        }
        return out.toString();
    }
}
