package dev.vitrine.render.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ByteBoundedCacheTest {
    private final ByteBoundedCache cache = new ByteBoundedCache(10_000);

    @SuppressWarnings("ArrayRecordComponent")
    private record Bytes(String name) implements ByteBoundedCache.Key<byte[]> {
        @Override
        public long bytes(byte[] value) {
            return value.length;
        }
    }

    @Test
    void get_twice_loadsOnce() {
        byte[] first = cache.get(new Bytes("a"), () -> new byte[10]);
        assertSame(first, cache.get(new Bytes("a"), () -> new byte[10]));
    }

    @Test
    void getFromSecondTime_leavesTheFirstAlone_andKeepsTheSecond() {
        AtomicInteger loads = new AtomicInteger();
        Supplier<byte[]> loader = () -> new byte[loads.incrementAndGet()];
        assertEquals(Optional.empty(), cache.getFromSecondTime(new Bytes("a"), loader));
        assertEquals(0, loads.get());
        byte[] second = cache.getFromSecondTime(new Bytes("a"), loader).orElseThrow();
        assertSame(second, cache.getFromSecondTime(new Bytes("a"), loader).orElseThrow());
        assertEquals(1, loads.get());
        assertEquals(Optional.empty(), cache.getFromSecondTime(new Bytes("b"), loader));
    }

    @Test
    void get_moreThanFits_staysWithinTheBound() {
        for (int i = 0; i < 100; i++) {
            byte[] unused = cache.get(new Bytes("k" + i), () -> new byte[900]);
            assertEquals(900, unused.length);
            assertTrue(cache.bytes() <= 10_000);
        }
        assertTrue(cache.bytes() > 5_000);
    }

    @Test
    void get_failedLoader_isNotRemembered() {
        assertThrows(
                IllegalArgumentException.class,
                () -> cache.get(new Bytes("a"), () -> {
                    throw new IllegalArgumentException("first try");
                }));
        assertEquals(3, cache.get(new Bytes("a"), () -> new byte[3]).length);
    }

    @Test
    void get_loaderAsksForOthers_works() {
        int sum = cache.get(new Bytes("outer"), () -> {
                    byte[] inner = cache.get(new Bytes("inner"), () -> new byte[7]);
                    return new byte[inner.length + 1];
                })
                .length;
        assertEquals(8, sum);
    }

    @Test
    void get_manyThreads_loadOnceEvenIfTheFirstFails() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        AtomicInteger loads = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        List<Future<byte[]>> results = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            results.add(threads.submit(() -> {
                start.await();
                return cache.get(new Bytes("shared"), () -> {
                    if (loads.incrementAndGet() == 1) {
                        throw new IllegalStateException("the first loader fails");
                    }
                    return new byte[5];
                });
            }));
        }
        start.countDown();
        int failed = 0;
        for (Future<byte[]> result : results) {
            try {
                assertEquals(5, result.get().length);
            } catch (java.util.concurrent.ExecutionException e) {
                failed++;
            }
        }
        threads.shutdown();
        assertEquals(1, failed);
        assertEquals(2, loads.get());
    }
}
