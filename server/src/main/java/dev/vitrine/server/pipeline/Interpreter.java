package dev.vitrine.server.pipeline;

import dev.vitrine.core.request.RawRequest;

/** Says what requests mean, by the catalogs as they are at that moment. */
@FunctionalInterface
public interface Interpreter {
    /** Takes up a request: chooses its session and looks at what is wanted. Never fails, whatever the request holds. */
    Reading open(RawRequest raw);
}
