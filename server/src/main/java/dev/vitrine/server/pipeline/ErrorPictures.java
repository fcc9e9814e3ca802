package dev.vitrine.server.pipeline;

import dev.vitrine.catalog.resolve.ReplySettings;
import dev.vitrine.catalog.resolve.ResolvedServing;
import dev.vitrine.catalog.resolve.SourceFile;
import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.CacheControl;
import dev.vitrine.errors.ErrorVariables;
import dev.vitrine.render.Rendered;
import dev.vitrine.server.cache.ReplyCache;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes error images: of a file, else of a template, each tried once within one small budget. Equal pictures are made once, for
 * however many failures: where nothing may be told but the title, thousands of missing images have one error image.
 */
final class ErrorPictures {
    private static final Logger log = LoggerFactory.getLogger(ErrorPictures.class);

    private final Renderer renderer;
    private final ReplyCache pictures;

    /** @param pictures keeps what was made */
    ErrorPictures(Renderer renderer, ReplyCache pictures) {
        this.renderer = renderer;
        this.pictures = pictures;
    }

    /**
     * A picture for a failure, and whether it shows the id of its request.
     *
     * @param showsRequestId a picture that does is right for one request only
     */
    record Made(Rendered picture, boolean showsRequestId) {}

    /** The picture of a failed request; nothing if it cannot be had. Never fails. */
    Optional<Made> find(String value, FailedRequest failed, Reading reading, Deadline deadline) {
        Optional<Made> ofFile = attempt(failed, () -> ofFile(value, reading, deadline));
        return ofFile.isPresent()
                ? ofFile
                : attempt(failed, () -> Optional.of(ofTemplate(value, failed, reading, deadline)));
    }

    /** One way to make it; whatever goes wrong there, even out of memory, ends there. */
    private static Optional<Made> attempt(FailedRequest failed, Attempt way) {
        try {
            return way.make();
        } catch (Throwable t) {
            log.debug("request {}: no error image this way", failed.first(), t);
            return Optional.empty();
        }
    }

    @FunctionalInterface
    private interface Attempt {
        Optional<Made> make();
    }

    private Optional<Made> ofFile(String value, Reading reading, Deadline deadline) {
        Optional<SourceFile> found = reading.findErrorImage(value);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        SourceFile file = found.get();
        ReplySettings reply = reading.errorReply();
        Rendered picture = made(
                "file " + file.identity() + " " + reply, deadline, () -> renderer.errorImage(file, reply, deadline));
        return Optional.of(new Made(picture, false));
    }

    private Made ofTemplate(String value, FailedRequest failed, Reading reading, Deadline deadline) {
        Map<String, String> facts =
                ErrorVariables.of(failed.failure(), failed.errors().detail(), failed.first());
        ResolvedServing template = reading.errorRequest(value, TemplateValue.variables(facts));
        String key = template.key();
        String id = facts.get("request.id");
        boolean showsId = !id.isEmpty() && key.contains(id);
        return new Made(made(key, deadline, () -> renderer.errorImage(template, deadline)), showsId);
    }

    private Rendered made(String key, Deadline deadline, Supplier<Rendered> work) {
        return pictures.find(key, CacheControl.ON, deadline, work).rendered();
    }
}
