package dev.vitrine.server.pipeline;

import dev.vitrine.catalog.model.ErrorDetail;
import dev.vitrine.catalog.model.Expiration;
import dev.vitrine.catalog.resolve.Resolved;
import dev.vitrine.catalog.resolve.SourceFile;
import dev.vitrine.core.failure.Failure;
import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.FailureKind;
import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.request.RawRequest;
import dev.vitrine.errors.ErrorAnswer;
import dev.vitrine.errors.ErrorPolicy;
import dev.vitrine.errors.ErrorVariables;
import dev.vitrine.errors.Wanted;
import dev.vitrine.render.Rendered;
import dev.vitrine.server.cache.CacheUse;
import dev.vitrine.server.cache.ReplyCache;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole story of a request: read it, render it, reply; and if that fails, explain.
 *
 * <p>The session is chosen before anything can fail, so every failure meets the policy of its catalog. Whatever is thrown ends
 * here: a {@link FailureException} as what it says, anything else (out of memory and a stack overflow too) as an internal
 * failure. An error image is made once, with a small budget of its own; should that fail, the text goes out.
 */
public final class RequestPipeline {
    private static final Logger log = LoggerFactory.getLogger(RequestPipeline.class);

    private final Interpreter interpreter;
    private final Renderer renderer;
    private final ReplyCache replies;
    private final ErrorPolicy policy = new ErrorPolicy();
    private final EntityTag tags;
    private final RequestCounters counters;
    private final Duration errorImageTime;
    private final Clock clock;
    private final LongSupplier nanoTime;

    /**
     * Made of its parts.
     *
     * @param engineVersion part of every entity tag: two engines that draw differently differ here
     * @param errorImageTime how long making an error image may take
     * @param clock for the dates in replies
     * @param nanoTime for deadlines, such as {@link System#nanoTime}
     */
    public RequestPipeline(
            Interpreter interpreter,
            Renderer renderer,
            ReplyCache replies,
            RequestCounters counters,
            String engineVersion,
            Duration errorImageTime,
            Clock clock,
            LongSupplier nanoTime) {
        this.interpreter = interpreter;
        this.renderer = renderer;
        this.replies = replies;
        this.counters = counters;
        this.tags = new EntityTag(engineVersion);
        this.errorImageTime = errorImageTime;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /** Answers a request; never fails. */
    public Reply answer(RawRequest raw, Conditional conditional, Deadline deadline) {
        Reading reading = open(raw);
        try {
            deadline.check();
            return reply(raw, reading, conditional, deadline);
        } catch (FailureException e) {
            return explain(e.failure(), raw, reading);
        } catch (Throwable t) {
            return explain(Failures.internal(t), raw, reading);
        }
    }

    /** Answers a request that is not even tried; does no work beyond choosing the session. */
    public Reply refuse(RawRequest raw, FailureException why) {
        return explain(why.failure(), raw, open(raw));
    }

    private Reading open(RawRequest raw) {
        try {
            return interpreter.open(raw);
        } catch (Throwable t) {
            return Reading.failed(Failures.internal(t));
        }
    }

    private Reply reply(RawRequest raw, Reading reading, Conditional conditional, Deadline deadline) {
        Resolved request = reading.resolve();
        String key = request.key();
        Optional<String> etag = hasIdentity(request) ? Optional.of(tags.of(key)) : Optional.empty();
        if (etag.filter(conditional::holds).isPresent()) {
            return notModified(raw, reading, request, etag, CacheUse.FRESH);
        }
        ReplyCache.Found found = etag.isEmpty()
                ? new ReplyCache.Found(renderer.answer(request, deadline, clock.instant()), CacheUse.NONE)
                : replies.find(
                        key,
                        request.reply().cache(),
                        deadline,
                        () -> renderer.answer(request, deadline, clock.instant()));
        if (etag.isPresent() && conditional.any()) {
            return notModified(raw, reading, request, etag, found.use());
        }
        Rendered rendered = found.rendered();
        counters.count((rendered.warnings().isEmpty() ? "ok." : "degraded.")
                + request.kind().type().name().toLowerCase(Locale.ROOT));
        return new Reply(
                200,
                rendered.mediaType(),
                rendered.body(),
                raw.visitor().requestId(),
                etag,
                lifetime(request),
                rendered.warnings(),
                reading.errors().detail().atLeast(ErrorDetail.MESSAGE),
                reading.headers(),
                Optional.empty(),
                found.use());
    }

    /** Whether equal requests have equal replies at any time: all but those that carry a date. */
    private static boolean hasIdentity(Resolved request) {
        return switch (request.kind().type()) {
            case IMG, OBJECT, DEBUG, CONTENTS, MAP -> true;
            case PROPS, IMAGEPROPS, CATALOGPROPS, USERDATA, VALIDATE, EXISTS, BANNER -> false;
        };
    }

    /** Properties expire at once, as the protocol has it. */
    private static Expiration lifetime(Resolved request) {
        return hasIdentity(request) && request.reply().cache().client()
                ? request.reply().expiration()
                : Expiration.AT_ONCE;
    }

    private Reply notModified(RawRequest raw, Reading reading, Resolved request, Optional<String> etag, CacheUse use) {
        counters.count("not-modified");
        return new Reply(
                304,
                "",
                new byte[0],
                raw.visitor().requestId(),
                etag,
                lifetime(request),
                List.of(),
                false,
                reading.headers(),
                Optional.empty(),
                use);
    }

    private Reply explain(Failure failure, RawRequest raw, Reading reading) {
        String requestId = raw.visitor().requestId();
        if (failure.kind() == FailureKind.INTERNAL) {
            log.error("request {} failed", requestId, failure.cause().orElse(null));
        }
        Wanted wanted = new Wanted(
                reading.kind(), raw.visitor().wantsProblemJson(), requestId, reading.callId(), clock.instant());
        ErrorAnswer answer = policy.decide(failure, reading.errors(), wanted);
        counters.count("error." + failure.kind().code() + (answer.image().isPresent() ? ".image" : ".status"));
        Optional<Rendered> image = answer.image().flatMap(value -> errorImage(value, failure, reading, requestId));
        return new Reply(
                image.isPresent() ? 200 : answer.status(),
                image.map(Rendered::mediaType).orElse(answer.mediaType()),
                image.map(Rendered::body).orElseGet(answer::body),
                requestId,
                Optional.empty(),
                Expiration.AT_ONCE,
                List.of(),
                false,
                reading.headers(),
                Optional.of(new ErrorOutcome(failure, answer, image.isPresent())),
                CacheUse.NONE);
    }

    /** The error image: a file, else a template. Nothing if it cannot be had: then its spare is sent. */
    private Optional<Rendered> errorImage(String value, Failure failure, Reading reading, String requestId) {
        try {
            Deadline deadline = Deadline.in(errorImageTime, nanoTime);
            Optional<SourceFile> file = reading.findErrorImage(value);
            if (file.isPresent()) {
                return Optional.of(renderer.errorImage(file.get(), reading.errorReply(), deadline));
            }
            Map<String, String> facts =
                    ErrorVariables.of(failure, reading.errors().detail(), requestId);
            Resolved template = reading.errorRequest(value, TemplateValue.variables(facts));
            return Optional.of(renderer.answer(template, deadline, clock.instant()));
        } catch (Throwable t) {
            log.debug("request {} has no error image", requestId, t);
            return Optional.empty();
        }
    }
}
