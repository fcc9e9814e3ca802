package dev.vitrine.server.pipeline;

import dev.vitrine.catalog.resolve.ReplySettings;
import dev.vitrine.catalog.resolve.Resolved;
import dev.vitrine.catalog.resolve.ResolvedRequest;
import dev.vitrine.catalog.resolve.ResolvedServing;
import dev.vitrine.catalog.resolve.SourceFile;
import dev.vitrine.core.limit.Deadline;
import dev.vitrine.render.RenderEngine;
import dev.vitrine.render.Rendered;
import dev.vitrine.render.limit.RenderLimits;
import java.time.Instant;

/** Makes reply bodies with the render engine, and error images with one that may take less. */
public final class EngineRenderer implements Renderer {
    private static final int SOURCE_PIXELS_PER_PIXEL = 4;
    private static final long MOST_FILE_BYTES = 32L << 20;

    private final RenderEngine engine;
    private final RenderEngine errors;

    /**
     * Made of its parts.
     *
     * @param limits those of the engine
     * @param errorImagePixels the most pixels of an error image
     */
    public EngineRenderer(RenderEngine engine, RenderLimits limits, long errorImagePixels) {
        this.engine = engine;
        this.errors = engine.forErrorImages(
                limits.smaller(SOURCE_PIXELS_PER_PIXEL * errorImagePixels, errorImagePixels, MOST_FILE_BYTES));
    }

    @Override
    public Rendered answer(Resolved request, Deadline deadline, Instant now) {
        return request instanceof ResolvedServing serving
                ? engine.answer(serving, deadline, now)
                : engine.answer((ResolvedRequest) request, deadline, now);
    }

    @Override
    public Rendered errorImage(SourceFile image, ReplySettings reply, Deadline deadline) {
        return errors.errorImage(image, reply, deadline);
    }

    @Override
    public Rendered errorImage(ResolvedServing template, Deadline deadline) {
        return errors.errorImage(template, deadline);
    }
}
