package dev.vitrine.server.pipeline;

import dev.vitrine.catalog.model.ErrorDetail;
import dev.vitrine.catalog.model.Expiration;
import dev.vitrine.catalog.model.ReplyHeader;
import dev.vitrine.catalog.resolve.Resolved;
import dev.vitrine.core.request.Visitor;
import dev.vitrine.core.value.CacheControl;
import dev.vitrine.core.value.RequestKind;
import dev.vitrine.render.Rendered;
import dev.vitrine.server.cache.CacheUse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A request that has been read: all that its reply depends on but what is rendered, and who asks.
 *
 * @param key of the rendered reply
 * @param etag with its quotes; absent for replies that carry a date
 * @param lasts whether a client that asks about its copy may keep it, whatever the copy is
 * @param onlyFor the one address for which this holds; absent if it holds for all
 */
record Understood(
        String key,
        RequestKind kind,
        String catalog,
        CacheControl cache,
        Optional<String> etag,
        Expiration lifetime,
        Optional<Instant> lastModified,
        boolean lasts,
        boolean spellsWarnings,
        List<ReplyHeader> headers,
        Optional<String> onlyFor) {
    private static final int OVERHEAD_BYTES = 800;

    Understood {
        headers = List.copyOf(headers);
    }

    static Understood of(Resolved request, Reading reading, EntityTag tags, Visitor visitor) {
        String key = request.key();
        return new Understood(
                key,
                request.kind(),
                reading.catalog(),
                request.reply().cache(),
                ReplyLife.hasIdentity(request) ? Optional.of(tags.of(key)) : Optional.empty(),
                ReplyLife.lifetime(request, reading),
                ReplyLife.lastModified(request),
                ReplyLife.lasts(request),
                reading.errors().detail().atLeast(ErrorDetail.MESSAGE),
                reading.headers(),
                reading.dependsOnAddress() ? Optional.of(visitor.address()) : Optional.empty());
    }

    boolean holdsFor(Visitor visitor) {
        return onlyFor.isEmpty() || onlyFor.get().equals(visitor.address());
    }

    /** Whether the reply is one that the server keeps, and may answer from. */
    boolean isKept() {
        return etag.isPresent() && cache.server() && !cache.validate();
    }

    /** What a client is told that has a copy and need not get another; nothing if the reply has to be looked at. */
    Optional<Reply> ifFresh(Conditional conditional, String requestId) {
        if (etag.filter(conditional::holds).isPresent()) {
            return Optional.of(notModified(etag, requestId, CacheUse.FRESH));
        }
        boolean fresh = (lasts && conditional.isAsked())
                || lastModified.filter(conditional::isNewEnough).isPresent();
        return fresh ? Optional.of(notModified(Optional.empty(), requestId, CacheUse.FRESH)) : Optional.empty();
    }

    /** The reply with its picture, or without it for a client that has whatever there is. */
    Reply reply(Rendered rendered, Conditional conditional, String requestId, CacheUse use) {
        if (etag.isPresent() && conditional.any()) {
            return notModified(etag, requestId, use);
        }
        return new Reply(
                200,
                kind,
                rendered.mediaType(),
                rendered.body(),
                requestId,
                etag,
                lifetime,
                lastModified,
                rendered.warnings(),
                spellsWarnings,
                headers,
                Optional.empty(),
                use);
    }

    private Reply notModified(Optional<String> tag, String requestId, CacheUse use) {
        return new Reply(
                304,
                kind,
                "",
                new byte[0],
                requestId,
                tag,
                lifetime,
                lastModified,
                List.of(),
                false,
                headers,
                Optional.empty(),
                use);
    }

    /** About how much memory this takes. */
    int bytes() {
        return 2 * key.length() + OVERHEAD_BYTES;
    }
}
