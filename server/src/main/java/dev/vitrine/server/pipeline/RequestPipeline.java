package dev.vitrine.server.pipeline;

import dev.vitrine.catalog.resolve.Resolved;
import dev.vitrine.core.failure.Failure;
import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.FailureKind;
import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.request.RawRequest;
import dev.vitrine.core.request.Visitor;
import dev.vitrine.core.value.CacheControl;
import dev.vitrine.errors.ErrorAnswer;
import dev.vitrine.errors.ErrorPolicy;
import dev.vitrine.errors.Wanted;
import dev.vitrine.render.Rendered;
import dev.vitrine.server.cache.CacheUse;
import dev.vitrine.server.cache.ReplyCache;
import dev.vitrine.server.metrics.ErrorCount;
import dev.vitrine.server.metrics.ErrorCount.Form;
import dev.vitrine.server.metrics.Metrics;
import dev.vitrine.server.pipeline.ErrorPictures.Made;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole story of a request: read it, render it, reply; and if that fails, explain.
 *
 * <p>The session is chosen before anything can fail, so every failure meets the policy of its catalog. Whatever is thrown ends
 * here: a {@link FailureException} as what it says, anything else (out of memory and a stack overflow too) as an internal
 * failure. An error image is made once, with a small budget of its own; should that fail, the text goes out.
 *
 * <p>Failures are remembered for some seconds, except those that are the server's own fault: one that ended the reading of a
 * request by the request as it was sent and the catalogs of the moment, one that ended the rendering by what was to be rendered,
 * in which every file stands with its length and time. So a request that keeps failing is answered before it is read.
 *
 * <p>So is, for a second at most, what good requests mean: one that comes again while its reply is kept is answered with neither
 * a reading nor a look at its files ({@link #answerKnown}).
 */
public final class RequestPipeline {
    private static final Logger log = LoggerFactory.getLogger(RequestPipeline.class);

    /** A picture with a request's id in it is shown to others for at most this share of the usual life. */
    private static final double SHORTLY = 0.2;

    private final Interpreter interpreter;
    private final Renderer renderer;
    private final Caches caches;
    private final ErrorPolicy policy = new ErrorPolicy();
    private final ErrorPictures pictures;
    private final EntityTag tags;
    private final Metrics metrics;
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
            Caches caches,
            Metrics metrics,
            String engineVersion,
            Duration errorImageTime,
            Clock clock,
            LongSupplier nanoTime) {
        this.interpreter = interpreter;
        this.renderer = renderer;
        this.caches = caches;
        this.pictures = new ErrorPictures(renderer, caches.errorPictures());
        this.metrics = metrics;
        this.tags = new EntityTag(engineVersion);
        this.errorImageTime = errorImageTime;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /** Answers a request; never fails. */
    public Reply answer(RawRequest raw, Conditional conditional, Deadline deadline) {
        return timed(() -> new Attempt(raw).answer(conditional, deadline));
    }

    /**
     * The answer to a request that came a moment ago and whose reply is kept, that the client need not get again, or that could
     * not be read; nothing if there is more to do, or the catalogs have changed. Quick, and opens no file: that a file has changed is seen a second
     * later at most. What its rules match is not logged again. Never fails: should it not work out, the long way will tell why.
     */
    public Optional<Reply> answerKnown(RawRequest raw, Conditional conditional) {
        long start = nanoTime.getAsLong();
        try {
            Optional<Reply> known = known(raw, conditional);
            known.ifPresent(reply -> took(reply, start));
            return known;
        } catch (Throwable t) {
            log.debug("request {} goes the long way", raw.visitor().requestId(), t);
            return Optional.empty();
        }
    }

    private Optional<Reply> known(RawRequest raw, Conditional conditional) {
        Visitor visitor = raw.visitor();
        Optional<Reply> good = caches.understood()
                .find(interpreter.identity(raw))
                .filter(understood -> understood.holdsFor(visitor))
                .flatMap(understood -> kept(understood, conditional, visitor.requestId()));
        return good.isPresent() ? good : new Attempt(raw).failedBefore();
    }

    private Optional<Reply> kept(Understood understood, Conditional conditional, String requestId) {
        Optional<Reply> fresh = understood.ifFresh(conditional, requestId);
        return fresh.isPresent()
                ? fresh
                : caches.replies()
                        .findKept(understood.key())
                        .map(rendered ->
                                counted(understood, understood.reply(rendered, conditional, requestId, CacheUse.HIT)));
    }

    /** Answers a request that is not even tried; does no work beyond choosing the session. */
    public Reply refuse(RawRequest raw, FailureException why) {
        return timed(() -> new Attempt(raw).explain(why.failure()));
    }

    private Reply timed(Supplier<Reply> work) {
        long start = nanoTime.getAsLong();
        Reply reply = work.get();
        took(reply, start);
        return reply;
    }

    private void took(Reply reply, long start) {
        metrics.answered(
                reply.kind().type(), reply.cacheUse(), reply.outcome(), Duration.ofNanos(nanoTime.getAsLong() - start));
    }

    private Reply counted(Understood understood, Reply reply) {
        if (!reply.warnings().isEmpty()) {
            reply.warnings().stream()
                    .map(warning -> warning.kind().code())
                    .distinct()
                    .forEach(code -> metrics.count(new ErrorCount(code, 0, understood.catalog(), Form.DEGRADED)));
        }
        return reply;
    }

    /** One request on its way; for one thread. */
    private final class Attempt {
        private final RawRequest raw;
        private final Visitor visitor;
        private Reading reading;

        /** The request as it was sent, and the catalogs by which it is read. */
        private String identity = "";

        /** What the failure will depend on, should there be one; nothing while that cannot be told. */
        private Optional<String> cause = Optional.empty();

        Attempt(RawRequest raw) {
            this.raw = raw;
            this.visitor = raw.visitor();
        }

        Reply answer(Conditional conditional, Deadline deadline) {
            try {
                Optional<Reply> known = failedBefore();
                if (known.isPresent()) {
                    return known.get();
                }
                open();
                deadline.check();
                Resolved request = reading.resolve();
                cause = Optional.of("meant " + formWanted() + reading.errors() + reading.headers() + request.key());
                return reply(request, conditional, deadline);
            } catch (FailureException e) {
                return explain(e.failure());
            } catch (Throwable t) {
                return explain(Failures.internal(t));
            }
        }

        /** The answer to a request that could not even be read a moment ago, by the catalogs as they still are. */
        Optional<Reply> failedBefore() {
            identity = interpreter.identity(raw);
            cause = Optional.of("asked " + formWanted() + identity);
            return remembered().map(this::again);
        }

        /** An answer in problem+json has no picture, so it cannot stand for one that has. */
        private String formWanted() {
            return visitor.wantsProblemJson() ? "problem " : "";
        }

        private void open() {
            if (reading == null) {
                try {
                    reading = interpreter.open(raw);
                } catch (Throwable t) {
                    reading = Reading.failed(Failures.internal(t));
                }
            }
        }

        private Reply reply(Resolved request, Conditional conditional, Deadline deadline) {
            Understood understood = Understood.of(request, reading, tags, visitor);
            if (understood.isKept()) {
                caches.understood().keep(identity, understood, 1);
            }
            Optional<Reply> fresh = understood.ifFresh(conditional, visitor.requestId());
            if (fresh.isPresent()) {
                return fresh.get();
            }
            Optional<FailedRequest> known = mayRemember(understood.cache()) ? remembered() : Optional.empty();
            if (known.isPresent()) {
                return again(known.get());
            }
            ReplyCache.Found found = understood.etag().isEmpty()
                    ? new ReplyCache.Found(renderer.answer(request, deadline, clock.instant()), CacheUse.NONE)
                    : caches.replies()
                            .find(
                                    understood.key(),
                                    understood.cache(),
                                    deadline,
                                    () -> renderer.answer(request, deadline, clock.instant()));
            return counted(
                    understood, understood.reply(found.rendered(), conditional, visitor.requestId(), found.use()));
        }

        /** The answer to a failure. Should even explaining fail, the least is said. */
        Reply explain(Failure failure) {
            if (failure.kind() == FailureKind.INTERNAL) {
                log.error(
                        "request {} failed",
                        visitor.requestId(),
                        failure.cause().orElse(null));
            }
            try {
                open();
                return explained(FailedRequest.of(failure, reading, visitor));
            } catch (Throwable t) {
                log.error("request {} could not be explained", visitor.requestId(), t);
                Reading none = Reading.failed(failure);
                return reply(FailedRequest.of(failure, none, visitor), CacheUse.NONE);
            }
        }

        private Reply explained(FailedRequest failed) {
            ErrorAnswer answer = decide(failed);
            Optional<Made> made = answer.image()
                    .flatMap(value -> pictures.find(value, failed, reading, Deadline.in(errorImageTime, nanoTime)));
            if (answer.image().isPresent() && made.isEmpty()) {
                metrics.countFailedErrorImage();
            }
            FailedRequest complete = failed.with(made.map(Made::picture));
            if (ErrorPolicy.isLasting(failed.failure().kind()) && mayRemember(reading.cache())) {
                double share = made.filter(Made::showsRequestId).isPresent() ? SHORTLY : 1;
                cause.ifPresent(key -> caches.failures().keep(key, complete, share));
            }
            return reply(complete, answer, CacheUse.NONE);
        }

        private Optional<FailedRequest> remembered() {
            return cause.flatMap(caches.failures()::find).filter(failed -> failed.holdsFor(visitor));
        }

        private Reply again(FailedRequest failed) {
            return reply(failed, CacheUse.REMEMBERED);
        }

        private Reply reply(FailedRequest failed, CacheUse use) {
            return reply(failed, decide(failed), use);
        }

        /** What the policy says, counted at once: whatever becomes of the answer, the failure has happened. */
        private ErrorAnswer decide(FailedRequest failed) {
            Wanted wanted = new Wanted(
                    failed.kind(),
                    visitor.wantsProblemJson(),
                    visitor.requestId(),
                    failed.callId(),
                    clock.instant(),
                    failed.origins());
            ErrorAnswer answer = policy.decide(failed.failure(), failed.errors(), wanted);
            metrics.count(new ErrorCount(
                    answer.kind().code(),
                    answer.kind().errorClass().number(),
                    failed.catalog(),
                    answer.image().isPresent() ? Form.IMAGE : Form.STATUS));
            return answer;
        }

        private Reply reply(FailedRequest failed, ErrorAnswer answer, CacheUse use) {
            Optional<Rendered> picture = failed.picture();
            return new Reply(
                    picture.isPresent() ? 200 : answer.status(),
                    failed.kind(),
                    picture.map(Rendered::mediaType).orElse(answer.mediaType()),
                    picture.map(Rendered::body).orElseGet(answer::body),
                    visitor.requestId(),
                    Optional.empty(),
                    answer.expiration(),
                    Optional.empty(),
                    List.of(),
                    false,
                    failed.headers(),
                    Optional.of(new ErrorOutcome(failed.failure(), answer, picture.isPresent(), failed.first())),
                    use);
        }
    }

    /** Whether {@code cache=} lets the server answer from what it knows. */
    private static boolean mayRemember(CacheControl control) {
        return control.server() && !control.validate();
    }
}
