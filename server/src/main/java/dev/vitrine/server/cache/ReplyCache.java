package dev.vitrine.server.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.common.base.Throwables;
import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.CacheControl;
import dev.vitrine.render.Rendered;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Good replies in memory, bounded by their bytes. Equal requests that come at the same time are rendered once: the first one
 * works, the others wait as long as their own deadlines allow and share the result, or the failure. Failures are not kept.
 */
public final class ReplyCache {
    private static final int ENTRY_OVERHEAD_BYTES = 200;

    private final Cache<String, Rendered> kept;
    private final ConcurrentMap<String, CompletableFuture<Rendered>> beingMade = new ConcurrentHashMap<>();
    private final long maxBytes;

    /**
     * An empty cache.
     *
     * @param maxBytes memory for bodies and keys together; 0 keeps nothing, but work is still shared
     */
    public ReplyCache(long maxBytes) {
        this.maxBytes = maxBytes;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher(ReplyCache::weight)
                .executor(Runnable::run)
                .recordStats()
                .build();
    }

    /** A reply body and how the cache came by it. */
    public record Found(Rendered rendered, CacheUse use) {}

    /**
     * The reply of this key: kept, shared, or made now.
     *
     * @param key equal for equal replies only
     * @param control what {@code cache=} says about the server's side
     */
    public Found find(String key, CacheControl control, Deadline deadline, Supplier<Rendered> work) {
        if (!control.server()) {
            return new Found(work.get(), CacheUse.NONE);
        }
        Rendered there = control.validate() ? null : kept.getIfPresent(key);
        if (there != null) {
            return new Found(there, CacheUse.HIT);
        }
        CompletableFuture<Rendered> mine = new CompletableFuture<>();
        CompletableFuture<Rendered> theirs = beingMade.putIfAbsent(key, mine);
        return theirs == null ? make(key, mine, work) : new Found(waitFor(theirs, deadline), CacheUse.SHARED);
    }

    /** The reply of this key if it is kept; that it is not counts as no miss. */
    public Optional<Rendered> findKept(String key) {
        return kept.asMap().containsKey(key) ? Optional.ofNullable(kept.getIfPresent(key)) : Optional.empty();
    }

    /** Forgets every reply. */
    public void clear() {
        kept.invalidateAll();
    }

    public Stats stats() {
        var stats = kept.stats();
        long bytes = kept.policy().eviction().orElseThrow().weightedSize().orElse(0);
        return new Stats(kept.estimatedSize(), bytes, maxBytes, stats.hitCount(), stats.missCount());
    }

    /** How full the cache is, and how often it helped. */
    public record Stats(long replies, long bytes, long maxBytes, long hits, long misses) {}

    private Found make(String key, CompletableFuture<Rendered> promise, Supplier<Rendered> work) {
        try {
            Rendered made = work.get();
            kept.put(key, made);
            promise.complete(made);
            return new Found(made, CacheUse.MISS);
        } catch (Throwable t) {
            promise.completeExceptionally(t);
            throw t;
        } finally {
            beingMade.remove(key, promise);
        }
    }

    private static Rendered waitFor(CompletableFuture<Rendered> promise, Deadline deadline) {
        Duration remaining = deadline.remaining();
        try {
            return promise.get(remaining.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            Throwables.throwIfUnchecked(e.getCause());
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw Failures.timedOut(remaining);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failures.timedOut(remaining);
        }
    }

    private static int weight(String key, Rendered reply) {
        long bytes = reply.body().length + 2L * key.length() + ENTRY_OVERHEAD_BYTES;
        return (int) Math.min(Integer.MAX_VALUE, bytes);
    }
}
