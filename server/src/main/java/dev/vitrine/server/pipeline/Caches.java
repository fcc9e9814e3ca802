package dev.vitrine.server.pipeline;

import dev.vitrine.server.cache.FailureMemory;
import dev.vitrine.server.cache.ReplyCache;
import java.time.Duration;
import java.util.function.LongSupplier;

/** What the pipeline keeps in memory: good replies, error images, and failures. */
public final class Caches {
    private final ReplyCache replies;
    private final ReplyCache errorPictures;
    private final FailureMemory<FailedRequest> failures;

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
        this.failures = new FailureMemory<>(failureBytes, failureLife, FailedRequest::bytes, nanoTime);
    }

    public ReplyCache replies() {
        return replies;
    }

    ReplyCache errorPictures() {
        return errorPictures;
    }

    FailureMemory<FailedRequest> failures() {
        return failures;
    }

    public FailureMemory.Stats failureStats() {
        return failures.stats();
    }

    /** Forgets all failures: what was wrong may be right now. */
    public void forgetFailures() {
        failures.clear();
    }
}
