package dev.vitrine.core.request;

import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.limit.RequestLimits;
import java.util.List;
import java.util.Optional;

/** Makes a {@link ParsedRequest} of what arrived. */
public final class RequestParser {
    private final RequestLimits limits;

    public RequestParser(RequestLimits limits) {
        this.limits = limits;
    }

    /** Parses a request that stands alone. */
    public ParsedRequest parse(RawRequest raw, Macros macros) {
        return parse(raw.dialect(), raw.path(), List.of(raw.query()), macros, List.of());
    }

    /**
     * Parses a request.
     *
     * @param rawPath the path as it was sent
     * @param commandTexts queries as they were sent, one after the other: first those of records (a vignette's modifier), last
     *     the request's own, so that a later command wins over an earlier one
     * @param inherited the variables of the request around this one: they win over those that records define, and the
     *     request's own win over them
     */
    public ParsedRequest parse(
            Dialect dialect, String rawPath, List<String> commandTexts, Macros macros, List<Variable> inherited) {
        if (dialect == Dialect.SERVING) {
            throw Failures.notSupported("Image Serving");
        }
        int length = rawPath.length() + commandTexts.stream().mapToInt(String::length).sum();
        if (length > limits.maxCharacters()) {
            throw Failures.requestTooLong(length, limits.maxCharacters());
        }
        return new ParsedRequest(dialect, Optional.empty(), CommandValues.none(), List.of(), inherited, List.of());
    }
}
