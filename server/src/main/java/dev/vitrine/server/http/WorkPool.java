package dev.vitrine.server.http;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that render, and the bounded room before them. Whoever is let in is worked on; there is never more work taken
 * in than {@code workers + queue}.
 */
public final class WorkPool implements Executor {
    private final ExecutorService threads;
    private final AtomicInteger inside = new AtomicInteger();
    private final int workers;
    private final int queue;

    /**
     * Threads that wait for work.
     *
     * @param workers how many requests are worked on at once
     * @param queue how many more may wait
     */
    public WorkPool(int workers, int queue) {
        this.workers = workers;
        this.queue = queue;
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(workers, task -> {
            Thread thread = new Thread(task, "vitrine-worker-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Lets a request in if there is room; whoever is let in must {@link #leave}. */
    boolean tryEnter() {
        if (inside.incrementAndGet() <= workers + queue) {
            return true;
        }
        inside.decrementAndGet();
        return false;
    }

    void leave() {
        inside.decrementAndGet();
    }

    @Override
    public void execute(Runnable task) {
        threads.execute(task);
    }

    /** Requests inside that no thread works on yet. */
    public int waiting() {
        return Math.max(0, inside.get() - workers);
    }

    /** How many requests are worked on at once. */
    public int workers() {
        return workers;
    }

    /** How many more may wait. */
    public int queue() {
        return queue;
    }

    void stop(Duration patience) throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            threads.shutdownNow();
        }
    }
}
