package dev.vitrine.server.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.ToIntFunction;

/**
 * What was learned lately, by what it depends on: so that a request that comes again costs next to nothing. Bounded by bytes.
 * Everything is forgotten after a short life; lives differ by up to a half, so that what was learned at one moment is not
 * forgotten at one moment.
 *
 * @param <V> what is remembered
 */
public final class ShortMemory<V> {
    private static final int ENTRY_OVERHEAD_BYTES = 200;

    private final Cache<String, Kept<V>> kept;
    private final Duration life;
    private final ToIntFunction<V> bytes;

    private record Kept<V>(V value, Duration life) {}

    /**
     * An empty memory.
     *
     * @param maxBytes for keys and values together
     * @param life how long something is remembered, on average; zero remembers nothing
     * @param bytes how much memory a value takes
     * @param nanoTime a clock such as {@link System#nanoTime}
     */
    public ShortMemory(long maxBytes, Duration life, ToIntFunction<V> bytes, LongSupplier nanoTime) {
        this.life = life;
        this.bytes = bytes;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher(this::weight)
                .expireAfter(Expiry.<String, Kept<V>>creating((key, value) -> value.life()))
                .ticker(nanoTime::getAsLong)
                .executor(Runnable::run)
                .recordStats()
                .build();
    }

    public Optional<V> find(String key) {
        return Optional.ofNullable(kept.getIfPresent(key)).map(Kept::value);
    }

    /** Remembers a value for about this share of the usual life. */
    public void keep(String key, V value, double share) {
        if (!life.isZero()) {
            double spread = 0.75 + Math.floorMod(key.hashCode(), 1000) / 2000.0;
            kept.put(key, new Kept<>(value, Duration.ofNanos((long) (life.toNanos() * share * spread))));
        }
    }

    /** Forgets everything. */
    public void clear() {
        kept.invalidateAll();
    }

    public Stats stats() {
        var stats = kept.stats();
        long weight = kept.policy().eviction().orElseThrow().weightedSize().orElse(0);
        return new Stats(kept.estimatedSize(), weight, stats.hitCount());
    }

    /** How full the memory is, and how often it helped. */
    public record Stats(long failures, long bytes, long hits) {}

    private int weight(String key, Kept<V> value) {
        return (int) Math.min(
                Integer.MAX_VALUE, (long) bytes.applyAsInt(value.value()) + 2L * key.length() + ENTRY_OVERHEAD_BYTES);
    }
}
