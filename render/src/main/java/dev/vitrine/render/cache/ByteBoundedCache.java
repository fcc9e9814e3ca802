package dev.vitrine.render.cache;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Decoded things of any kind under one bound of bytes. Who asks first loads, in their own thread; who asks for the same in the
 * meantime waits. A loader may ask for other keys. What could not be loaded is not remembered: those who waited try
 * themselves. Values are shared and must not be written to.
 */
public final class ByteBoundedCache {
    private static final long ASKED_BYTES = 256;

    private final AsyncCache<Key<?>, Weighed> cache;

    /** @param bytes how much memory the values may take together */
    public ByteBoundedCache(long bytes) {
        this.cache = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumWeight(bytes)
                .weigher((Key<?> key, Weighed value) -> value.weight())
                .buildAsync();
    }

    /**
     * What a value is known by: a record of everything that the value depends on.
     *
     * @param <T> the type of the value; one class of keys must always stand for the same type
     */
    public interface Key<T> {
        /** Bytes of memory that this value of the key takes. */
        long bytes(T value);
    }

    private record Weighed(Object value, int weight) {}

    /** The value of a key, loaded if it is not held. What the loader throws, this throws. */
    @SuppressWarnings("unchecked") // a value is only ever stored under a key of its type
    public <T> T get(Key<T> key, Supplier<T> loader) {
        while (true) {
            CompletableFuture<Weighed> mine = new CompletableFuture<>();
            CompletableFuture<Weighed> held = cache.asMap().putIfAbsent(key, mine);
            if (held == null) {
                return load(key, loader, mine);
            }
            try {
                return (T) held.join().value();
            } catch (CancellationException e) {
                cache.asMap().remove(key, held);
            }
        }
    }

    /** Whether there is a value, or somebody loads it at this moment. */
    public boolean isHeld(Key<?> key) {
        return cache.asMap().containsKey(key);
    }

    /**
     * The value of a key from the second time on that it is asked for: for what costs more to make than it spares the first one.
     * Nothing before.
     */
    public <T> Optional<T> getFromSecondTime(Key<T> key, Supplier<T> loader) {
        AtomicBoolean asked = get(new Asked(key), AtomicBoolean::new);
        return asked.getAndSet(true) ? Optional.of(get(key, loader)) : Optional.empty();
    }

    /** That a key was asked for. */
    private record Asked(Key<?> key) implements Key<AtomicBoolean> {
        @Override
        public long bytes(AtomicBoolean value) {
            return ASKED_BYTES;
        }
    }

    private static <T> T load(Key<T> key, Supplier<T> loader, CompletableFuture<Weighed> mine) {
        try {
            T value = loader.get();
            mine.complete(new Weighed(value, (int) Math.min(Integer.MAX_VALUE, 64 + key.bytes(value))));
            return value;
        } finally {
            mine.cancel(false); // no effect after a value; any other end would be logged by the cache
        }
    }

    /** Bytes held at this moment, roughly. */
    public long bytes() {
        cache.synchronous().cleanUp();
        return cache.synchronous()
                .policy()
                .eviction()
                .orElseThrow()
                .weightedSize()
                .orElse(0);
    }
}
