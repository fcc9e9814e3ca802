package dev.vitrine.server;

import dev.vitrine.render.limit.Crew;
import dev.vitrine.server.config.Processors;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/** The threads that help with requests on processors that no request needs. They come when they are called, and go again soon. */
final class SpareThreads {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Processors processors;
    private final ThreadPoolExecutor threads;

    SpareThreads(Processors processors) {
        this.processors = processors;
        AtomicInteger number = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(
                processors.all(),
                processors.all(),
                PATIENCE.toMillis(),
                TimeUnit.MILLISECONDS,
                new LinkedBlockingQueue<>(),
                task -> {
                    Thread thread = new Thread(task, "vitrine-mate-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * All that work on requests.
     *
     * @param waiting how many requests wait for a worker
     */
    Crew crew(IntSupplier waiting) {
        return processors.perRequest() == 1
                ? Crew.alone()
                : new Crew(processors.all(), processors.perRequest(), waiting, threads);
    }

    /** They finish what they are at; whoever calls them from now on is left alone. */
    void stop() {
        threads.shutdown();
    }
}
