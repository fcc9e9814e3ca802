package dev.vitrine.server.pipeline;

import dev.vitrine.server.cache.ReplyCache;
import dev.vitrine.server.cache.ShortMemory;
import java.time.Duration;
import java.util.function.LongSupplier;

/** What the pipeline keeps in memory: good replies, error images, failures, and what requests of this moment mean. */
public final class Caches {
    /** For so long nobody looks whether a request that comes again still means the same: on average, and a second at most. */
    private static final Duration REPEATED = Duration.ofMillis(800);

    private static final long MOST_UNDERSTOOD_BYTES = 16 << 20;

    private final ReplyCache replies;
    private final ReplyCache errorPictures;
    private final ShortMemory<FailedRequest> failures;
    private final ShortMemory<Understood> understood;

    /**
     * Empty ones.
     *
     * @param replyBytes memory for good replies
     * @param failureBytes memory for failures, and as much for error images
     * @param failureLife how long a failure is remembered, on average; zero remembers none
     * @param nanoTime such as {@link System#nanoTime}
     */
    public Caches(long replyBytes, long failureBytes, Duration failureLife, LongSupplier nanoTime) {
        this.replies = new ReplyCache(replyBytes);
        this.errorPictures = new ReplyCache(failureBytes);
        this.failures = new ShortMemory<>(failureBytes, failureLife, FailedRequest::bytes, nanoTime);
        this.understood =
                new ShortMemory<>(Math.min(MOST_UNDERSTOOD_BYTES, replyBytes), REPEATED, Understood::bytes, nanoTime);
    }

    public ReplyCache replies() {
        return replies;
    }

    ReplyCache errorPictures() {
        return errorPictures;
    }

    ShortMemory<FailedRequest> failures() {
        return failures;
    }

    ShortMemory<Understood> understood() {
        return understood;
    }

    public ShortMemory.Stats failureStats() {
        return failures.stats();
    }

    /** Forgets all failures: what was wrong may be right now. */
    public void forgetFailures() {
        failures.clear();
    }
}
