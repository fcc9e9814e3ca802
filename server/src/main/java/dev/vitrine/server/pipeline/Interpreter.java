package dev.vitrine.server.pipeline;

import dev.vitrine.core.request.RawRequest;

/** Says what requests mean, by the catalogs as they are at that moment. */
@FunctionalInterface
public interface Interpreter {
    /** Takes up a request: chooses its session and looks at what is wanted. Never fails, whatever the request holds. */
    Reading open(RawRequest raw);

    /**
     * What the meaning of a request depends on as long as no file changes, as text: the request as it was sent, and which
     * catalogs are loaded. Who asks is not in it.
     */
    default String identity(RawRequest raw) {
        return raw.dialect() + " " + raw.path() + "?" + raw.query();
    }
}
