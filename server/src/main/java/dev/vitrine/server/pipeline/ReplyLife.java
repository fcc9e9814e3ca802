package dev.vitrine.server.pipeline;

import dev.vitrine.catalog.model.Expiration;
import dev.vitrine.catalog.resolve.ReplySettings;
import dev.vitrine.catalog.resolve.Resolved;
import dev.vitrine.catalog.resolve.ResolvedServing;
import java.time.Instant;
import java.util.Optional;

/** How long a client may keep a good reply, and when it need not be sent again. */
final class ReplyLife {
    private ReplyLife() {}

    /** Whether equal requests have equal replies at any time: all but those that carry a date. */
    static boolean hasIdentity(Resolved request) {
        return switch (request.kind().type()) {
            case IMG, MASK, TMB, OBJECT, DEBUG, CONTENTS, MAP -> true;
            case PROPS, IMAGEPROPS, CATALOGPROPS, USERDATA, VALIDATE, EXISTS, BANNER -> false;
        };
    }

    /** How long a client may keep the reply. */
    static Expiration lifetime(Resolved request, Reading reading) {
        if (!request.reply().cache().client()) {
            return Expiration.AT_ONCE;
        }
        return switch (request.kind().type()) {
            case IMG, MASK, TMB, OBJECT, DEBUG, CONTENTS, MAP -> request.reply().expiration();
            case PROPS, IMAGEPROPS, CATALOGPROPS, EXISTS -> reading.propertiesLifetime();
            case USERDATA ->
                request instanceof ResolvedServing ? request.reply().expiration() : Expiration.AT_ONCE;
            case VALIDATE, BANNER -> Expiration.AT_ONCE;
        };
    }

    /**
     * Whether a client that asks whether its picture has changed is told that it has not, without another look: one that
     * never expires has not, as the protocol has it.
     */
    static boolean lasts(Resolved request) {
        return hasIdentity(request)
                && request.reply().cache().client()
                && request.reply().expiration().isNever();
    }

    /** The latest time stamp, where the catalog sends it and the reply may be kept. */
    static Optional<Instant> lastModified(Resolved request) {
        ReplySettings reply = request.reply();
        boolean sends = reply.lastModified().sent()
                && hasIdentity(request)
                && reply.cache().client()
                && !reply.expiration().equals(Expiration.AT_ONCE);
        return sends ? Optional.of(Instant.ofEpochMilli(reply.lastModified().millis())) : Optional.empty();
    }
}
