package dev.vitrine.server.pipeline;

import dev.vitrine.catalog.model.Expiration;
import dev.vitrine.catalog.model.ReplyHeader;
import dev.vitrine.core.failure.Warning;
import dev.vitrine.core.value.RequestKind;
import dev.vitrine.server.cache.CacheUse;
import dev.vitrine.server.metrics.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What goes back, in words that know nothing of a particular HTTP library.
 *
 * @param status the HTTP status
 * @param kind what was asked for
 * @param body not to be written to; empty for 304
 * @param mediaType the Content-Type; empty for 304
 * @param etag with its quotes
 * @param lastModified the latest time stamp of what the reply is made of, where the catalog sends it
 * @param warnings what was ignored or left out on the way
 * @param spellsWarnings whether the catalog lets a client read whole warnings, not only their codes
 * @param headers what rules put on the reply
 * @param error present on every reply that is no success, a picture with status 200 included
 */
@SuppressWarnings("ArrayRecordComponent") // a body is compared by nobody
public record Reply(
        int status,
        RequestKind kind,
        String mediaType,
        byte[] body,
        String requestId,
        Optional<String> etag,
        Expiration expiration,
        Optional<Instant> lastModified,
        List<Warning> warnings,
        boolean spellsWarnings,
        List<ReplyHeader> headers,
        Optional<ErrorOutcome> error,
        CacheUse cacheUse) {
    public Reply {
        warnings = List.copyOf(warnings);
        headers = List.copyOf(headers);
    }

    /** How the request ended. */
    public Outcome outcome() {
        if (error.isPresent()) {
            return Outcome.ERROR;
        }
        return status == 304 ? Outcome.NOT_MODIFIED : warnings.isEmpty() ? Outcome.OK : Outcome.DEGRADED;
    }
}
