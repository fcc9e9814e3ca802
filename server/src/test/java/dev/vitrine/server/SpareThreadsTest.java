package dev.vitrine.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.render.limit.Crew;
import dev.vitrine.server.config.Processors;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SpareThreadsTest {
    private final List<Thread> mates = new ArrayList<>();

    /** One piece for the caller and one for a mate, who must come. */
    private void meet(Crew crew) {
        CountDownLatch both = new CountDownLatch(2);
        crew.share(2, piece -> await(both), number -> {
            mates.add(Thread.currentThread());
            return piece -> await(both);
        });
    }

    private static void await(CountDownLatch both) {
        both.countDown();
        try {
            both.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void crew_ofTwo_isHelpedByADaemonWithAName() {
        SpareThreads spare = new SpareThreads(new Processors(2, 2));
        meet(spare.crew(() -> 0));
        spare.stop();
        assertTrue(mates.get(0).isDaemon());
        assertTrue(
                mates.get(0).getName().startsWith("vitrine-mate-"), mates.get(0).getName());
    }

    @Test
    void stop_afterWork_endsTheThreadsAndLeavesRequestsToThemselves() throws Exception {
        SpareThreads spare = new SpareThreads(new Processors(2, 2));
        Crew crew = spare.crew(() -> 0);
        meet(crew);
        spare.stop();
        mates.get(0).join();
        assertFalse(mates.get(0).isAlive());
        AtomicInteger done = new AtomicInteger();
        crew.share(10, piece -> done.incrementAndGet());
        assertEquals(10, done.get());
        assertEquals(1, crew.helped());
    }

    @Test
    void crew_ofOneProcessorPerRequest_isAlone() {
        assertEquals(1, new SpareThreads(new Processors(8, 1)).crew(() -> 0).most());
    }
}
