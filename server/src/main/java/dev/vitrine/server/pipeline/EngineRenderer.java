package dev.vitrine.server.pipeline;

import dev.vitrine.catalog.resolve.ReplySettings;
import dev.vitrine.catalog.resolve.Resolved;
import dev.vitrine.catalog.resolve.ResolvedRequest;
import dev.vitrine.catalog.resolve.ResolvedServing;
import dev.vitrine.catalog.resolve.SourceFile;
import dev.vitrine.core.limit.Deadline;
import dev.vitrine.render.RenderEngine;
import dev.vitrine.render.Rendered;
import java.time.Instant;

/** Makes reply bodies with the render engine. */
public final class EngineRenderer implements Renderer {
    private final RenderEngine engine;

    public EngineRenderer(RenderEngine engine) {
        this.engine = engine;
    }

    @Override
    public Rendered answer(Resolved request, Deadline deadline, Instant now) {
        return request instanceof ResolvedServing serving
                ? engine.answer(serving, deadline, now)
                : engine.answer((ResolvedRequest) request, deadline, now);
    }

    @Override
    public Rendered errorImage(SourceFile image, ReplySettings reply, Deadline deadline) {
        return engine.errorImage(image, reply, deadline);
    }
}
