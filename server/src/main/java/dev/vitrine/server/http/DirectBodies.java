package dev.vitrine.server.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;

/**
 * Copies outside the heap of bodies that are sent again and again: the system takes them from there as they are, where those in
 * the heap are copied for each reply. Bounded; once it is full, other bodies go the usual way, for making room would
 * cost more than it gains. A copy is forgotten with its body, by the garbage collector. For any number of threads.
 */
final class DirectBodies {
    /** A smaller body is put behind the header fields, and goes out with them. */
    private static final int LEAST_BYTES = 8 * 1024;

    private final Cache<byte[], ByteBuffer> copies;
    private final long maxBytes;

    /** @param maxBytes memory for all copies together */
    DirectBodies(long maxBytes) {
        this.maxBytes = maxBytes;
        this.copies = Caffeine.newBuilder()
                .weakKeys()
                .maximumWeight(maxBytes)
                .weigher((byte[] body, ByteBuffer copy) -> copy.capacity())
                .executor(Runnable::run)
                .build();
    }

    /**
     * The body to send, with a position of its own.
     *
     * @param body one that is kept, and will be sent again as the same array; not written to by anyone
     */
    ByteBuffer of(byte[] body) {
        ByteBuffer there = copies.getIfPresent(body);
        if (there == null) {
            there = fits(body) ? copy(body) : ByteBuffer.wrap(body).asReadOnlyBuffer();
        }
        return there.duplicate();
    }

    private ByteBuffer copy(byte[] body) {
        ByteBuffer made =
                ByteBuffer.allocateDirect(body.length).put(body).flip().asReadOnlyBuffer();
        copies.put(body, made);
        return made;
    }

    private boolean fits(byte[] body) {
        return body.length >= LEAST_BYTES && bytes() + body.length <= maxBytes;
    }

    long bytes() {
        return copies.policy().eviction().orElseThrow().weightedSize().orElse(0);
    }
}
