package dev.vitrine.render.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.Failures;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CrewTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Crew crew = new Crew(4, 4, threads);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void share_manyTimes_doesEachPieceOnce() {
        for (int round = 0; round < 500; round++) {
            AtomicIntegerArray done = new AtomicIntegerArray(50);
            crew.share(50, done::incrementAndGet);
            for (int i = 0; i < 50; i++) {
                assertEquals(1, done.get(i));
            }
        }
    }

    @Test
    void share_idleMachine_isHelpedByMatesWithNumbersOfTheirOwn() {
        CountDownLatch all = new CountDownLatch(4);
        Set<Integer> numbers = ConcurrentHashMap.newKeySet();
        crew.share(4, piece -> meet(all), number -> piece -> {
            numbers.add(number);
            meet(all);
        });
        assertEquals(Set.of(1, 2, 3), numbers);
        assertEquals(3, crew.helped());
        assertEquals(0, crew.helping());
    }

    /** Each piece ends only when all are begun, so all must be begun at once. */
    private static void meet(CountDownLatch all) {
        all.countDown();
        await(all);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void share_asManyRequestsAsProcessors_helpsNobody() {
        Crew two = new Crew(2, 2, threads);
        two.busy(() -> two.busy(() -> {
            two.share(100, piece -> {});
            return 0;
        }));
        assertEquals(0, two.helped());
    }

    @Test
    void share_requestWaits_helpsNobody() {
        AtomicInteger waiting = new AtomicInteger(1);
        Crew two = new Crew(2, 2, waiting::get, Runnable::run);
        two.share(5, piece -> {});
        assertEquals(0, two.helped());
        waiting.set(0);
        List<Integer> byMate = new ArrayList<>();
        two.share(5, piece -> {}, number -> piece -> {
            byMate.add(piece);
            waiting.set(piece);
        });
        assertEquals(List.of(0, 1), byMate);
    }

    @Test
    void share_requestComesMeanwhile_mateLeavesAfterItsPiece() throws Exception {
        Crew two = new Crew(2, 2, Runnable::run); // the mate does what it can, and then the caller the rest
        List<Integer> byMate = new ArrayList<>();
        List<Integer> byCaller = new ArrayList<>();
        CountDownLatch end = new CountDownLatch(1);
        Thread other = new Thread(() -> two.busy(() -> {
            await(end);
            return 0;
        }));
        two.busy(() -> {
            two.share(10, byCaller::add, number -> piece -> {
                byMate.add(piece);
                if (piece == 3) {
                    other.start();
                    awaitWaiting(other);
                }
            });
            return 0;
        });
        assertEquals(List.of(0, 1, 2, 3), byMate);
        assertEquals(List.of(4, 5, 6, 7, 8, 9), byCaller);
        end.countDown();
        other.join();
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    @Test
    void share_failureOfMate_isThrownToTheRequest() {
        FailureException failure = Failures.sourceMissing("a");
        FailureException thrown = assertThrows(
                FailureException.class,
                () -> new Crew(2, 2, Runnable::run).share(5, piece -> {}, number -> piece -> {
                    throw failure;
                }));
        assertSame(failure, thrown);
    }

    @Test
    void share_errorOfMate_isThrownToTheRequest() {
        Crew two = new Crew(2, 2, Runnable::run);
        assertThrows(StackOverflowError.class, () -> two.share(5, piece -> {}, number -> piece -> endless(piece)));
        assertThrows(
                OutOfMemoryError.class,
                () -> two.share(5, piece -> {}, number -> {
                    throw new OutOfMemoryError("made by a test");
                }));
        two.share(5, piece -> {}, number -> piece -> {});
        assertEquals(3, two.helped());
    }

    @SuppressWarnings("InfiniteRecursion") // that is the point
    private static int endless(int depth) {
        return endless(depth + 1) + 1;
    }

    @Test
    void share_severalFail_throwsWhatTheFirstOfThemThrew() {
        for (int round = 0; round < 200; round++) {
            IllegalStateException e = assertThrows(
                    IllegalStateException.class,
                    () -> crew.share(100, piece -> {
                        if (piece >= 10) {
                            throw new IllegalStateException("piece " + piece);
                        }
                    }));
            assertEquals("piece 10", e.getMessage());
        }
    }

    @Test
    void share_afterFailures_hasAllProcessorsAgain() {
        share_severalFail_throwsWhatTheFirstOfThemThrew();
        CountDownLatch all = new CountDownLatch(4);
        crew.share(4, piece -> meet(all));
        assertEquals(0, all.getCount());
    }

    @Test
    void share_noThreads_isDoneAlone() {
        Crew refused = new Crew(4, 4, task -> {
            throw new RejectedExecutionException("stopped");
        });
        Set<Thread> workers = ConcurrentHashMap.newKeySet();
        refused.share(10, piece -> workers.add(Thread.currentThread()));
        assertEquals(Set.of(Thread.currentThread()), workers);
    }

    @Test
    void share_mateThatComesTooLate_doesNothing() {
        List<Runnable> late = new ArrayList<>();
        Crew two = new Crew(2, 2, late::add);
        two.share(3, piece -> {}, number -> {
            throw new AssertionError("there is nothing left to do");
        });
        late.forEach(Runnable::run);
        assertEquals(1, late.size());
        assertEquals(0, two.helped());
    }

    @Test
    void share_interruptedWhileItWaits_waitsForMatesAndStaysInterrupted() throws Exception {
        CountDownLatch mateBegan = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicIntegerArray done = new AtomicIntegerArray(2);
        Thread request = Thread.currentThread();
        Thread other = new Thread(() -> {
            await(mateBegan);
            awaitWaiting(request);
            request.interrupt();
            go.countDown();
        });
        other.start();
        new Crew(2, 2, threads)
                .share(
                        2,
                        piece -> {
                            while (mateBegan.getCount() > 0) {
                                Thread.onSpinWait();
                            }
                            done.incrementAndGet(piece);
                        },
                        number -> piece -> {
                            mateBegan.countDown();
                            await(go);
                            done.incrementAndGet(piece);
                        });
        assertTrue(Thread.interrupted());
        assertEquals(1, done.get(0));
        assertEquals(1, done.get(1));
        other.join();
    }

    @Test
    void rows_ofFewPixels_areNotShared() {
        assertEquals(100, new Crew(2, 2, 1000, threads).rows(20, 100));
        assertEquals(50, new Crew(2, 2, 1000, threads).rows(20, 101));
        assertEquals(1, new Crew(2, 2, 1000, threads).rows(2000, 101));
        assertEquals(100, Crew.alone().rows(2000, 100));
    }
}
