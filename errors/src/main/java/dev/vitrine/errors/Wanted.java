package dev.vitrine.errors;

import dev.vitrine.core.value.RequestKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What whoever asked would like an answer to look like, as far as it could be read before anything failed.
 *
 * @param problemJson whether {@code application/problem+json} is preferred to every other form
 * @param requestId ties the answer to the log line
 * @param callId {@code id=}: comes back as the second argument of a JSONP answer
 * @param moment written into answers in properties form
 * @param origins where the parts of the request came from, if that was asked for; printable lines
 */
public record Wanted(
        RequestKind kind,
        boolean problemJson,
        String requestId,
        Optional<String> callId,
        Instant moment,
        List<String> origins) {
    public Wanted {
        origins = List.copyOf(origins);
    }
}
