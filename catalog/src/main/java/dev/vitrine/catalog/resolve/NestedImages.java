package dev.vitrine.catalog.resolve;

import dev.vitrine.catalog.store.Session;
import dev.vitrine.core.failure.Warning;
import dev.vitrine.core.request.MaterialSource;
import dev.vitrine.core.request.Variable;
import java.util.List;

/** Reads requests that stand within another one, of either dialect. */
@FunctionalInterface
interface NestedImages {
    /**
     * The picture that the inner request makes.
     *
     * @param variables those of the request around it
     * @param around the session of the request around it
     * @param nesting that of the inner request
     */
    NestedImage read(MaterialSource.Nested nested, List<Variable> variables, Session around, Nesting nesting);

    /** A request within another one, resolved. */
    record NestedImage(ImageSource source, Freshness freshness, List<Warning> warnings) {
        static NestedImage of(ResolvedRequest request) {
            return new NestedImage(new ImageSource.Nested(request), freshness(request.reply()), request.warnings());
        }

        static NestedImage of(ResolvedServing request) {
            return new NestedImage(new ImageSource.Served(request), freshness(request.reply()), request.warnings());
        }

        private static Freshness freshness(ReplySettings reply) {
            return new Freshness(reply.expiration(), reply.lastModified());
        }
    }
}
