package dev.vitrine.server.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.FailureKind;
import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.CacheControl;
import dev.vitrine.render.Rendered;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ReplyCacheTest {
    private final ReplyCache cache = new ReplyCache(10_000);
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void find_sameKeyTwice_isMadeOnce() {
        ReplyCache.Found first = find("a", CacheControl.ON);
        ReplyCache.Found second = find("a", CacheControl.ON);
        assertSame(first.rendered(), second.rendered());
        assertEquals(List.of(CacheUse.MISS, CacheUse.HIT), List.of(first.use(), second.use()));
    }

    @Test
    void find_serverCacheOff_neitherReadsNorKeeps() {
        find("a", new CacheControl(true, false, false));
        find("a", CacheControl.ON);
        assertEquals(
                CacheUse.NONE, find("a", new CacheControl(true, false, false)).use());
        assertEquals(3, made.get());
    }

    @Test
    void find_validate_makesItAnewAndKeepsThat() {
        Rendered old = find("a", CacheControl.ON).rendered();
        Rendered validated = find("a", new CacheControl(true, true, true)).rendered();
        assertNotSame(old, validated);
        assertSame(validated, find("a", CacheControl.ON).rendered());
    }

    @Test
    void find_failure_isNotKept() {
        Supplier<Rendered> failing = () -> {
            throw Failures.sourceMissing("x");
        };
        assertThrows(FailureException.class, () -> cache.find("a", CacheControl.ON, Deadline.never(), failing));
        assertEquals(CacheUse.MISS, find("a", CacheControl.ON).use());
    }

    @Test
    void find_moreThanFits_staysWithinItsBytes() {
        for (int i = 0; i < 100; i++) {
            find("key " + i, CacheControl.ON);
        }
        assertTrue(cache.stats().bytes() <= 10_000, cache.stats().toString());
        assertTrue(cache.stats().replies() > 0, cache.stats().toString());
    }

    @Test
    void find_manyAtOnce_oneWorksAndAllShare() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Supplier<Rendered> slow = () -> {
                begun.countDown();
                await(gate);
                return make();
            };
            List<Future<ReplyCache.Found>> all = new ArrayList<>();
            all.add(threads.submit(() -> cache.find("a", CacheControl.ON, Deadline.never(), slow)));
            await(begun);
            for (int i = 1; i < 8; i++) {
                all.add(threads.submit(() -> cache.find("a", CacheControl.ON, Deadline.never(), slow)));
            }
            Deadline soon = Deadline.in(Duration.ofMillis(20), System::nanoTime);
            FailureException tired =
                    assertThrows(FailureException.class, () -> cache.find("a", CacheControl.ON, soon, slow));
            assertEquals(FailureKind.TIMED_OUT, tired.failure().kind());
            gate.countDown();
            Rendered first = all.get(0).get(5, TimeUnit.SECONDS).rendered();
            for (Future<ReplyCache.Found> found : all) {
                assertSame(first, found.get(5, TimeUnit.SECONDS).rendered());
            }
            assertEquals(1, made.get());
        } finally {
            threads.shutdownNow();
        }
    }

    private ReplyCache.Found find(String key, CacheControl control) {
        return cache.find(key, control, Deadline.never(), this::make);
    }

    private Rendered make() {
        made.incrementAndGet();
        return new Rendered(new byte[1000], "image/png", List.of());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(5, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
