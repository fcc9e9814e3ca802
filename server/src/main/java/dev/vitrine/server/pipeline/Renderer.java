package dev.vitrine.server.pipeline;

import dev.vitrine.catalog.resolve.ReplySettings;
import dev.vitrine.catalog.resolve.Resolved;
import dev.vitrine.catalog.resolve.ResolvedServing;
import dev.vitrine.catalog.resolve.SourceFile;
import dev.vitrine.core.limit.Deadline;
import dev.vitrine.render.Rendered;
import java.time.Instant;

/** Makes reply bodies. */
public interface Renderer {
    /**
     * The reply to a resolved request.
     *
     * @param now written into replies that carry a date; pictures do not depend on it
     */
    Rendered answer(Resolved request, Deadline deadline, Instant now);

    /** An image file as a picture of the wanted size and format, within the small budget of errors. */
    Rendered errorImage(SourceFile image, ReplySettings reply, Deadline deadline);

    /** A template as a picture, within the small budget of errors. */
    Rendered errorImage(ResolvedServing template, Deadline deadline);
}
