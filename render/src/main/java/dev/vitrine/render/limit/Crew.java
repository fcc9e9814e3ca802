package dev.vitrine.render.limit;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Throwables;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * Who works on a request: its own thread, and mates as long as processors have nothing else to do. Safe for many threads.
 *
 * <p>Work comes in pieces that whoever has time takes, the first ones first. The request's thread works too, so it never waits
 * for mates to come; in the end it waits for those that are at a piece. As soon as there is a request for each processor,
 * mates leave after the piece they are at, and nobody calls any. What comes of the work must not depend on who does it.
 *
 * <p>If pieces fail, no more are begun, and the request's thread throws what the first of them threw: the one that it would have
 * met alone, for all before it were begun.
 */
public final class Crew {
    private static final int USUAL_PIXELS = 16_384;

    /** Work in fewer pieces is not worth calling anybody. */
    private static final int LEAST_PIECES = 3;

    private static final Crew ALONE = new Crew(1, 1, mate -> {
        throw new RejectedExecutionException("nobody helps");
    });

    private final int most;
    private final int pixels;
    private final Executor threads;
    private final IntSupplier waiting;

    /** Processors that nobody uses; below 0 when there are more requests than processors. */
    private final AtomicInteger free;

    private final AtomicInteger helping = new AtomicInteger();
    private final AtomicLong helped = new AtomicLong();

    /**
     * A crew for all requests together.
     *
     * @param processors how many there are
     * @param most how many of them may work on one request, 1 for its own thread only
     * @param threads where mates work, as many as there are processors; may refuse any
     */
    public Crew(int processors, int most, Executor threads) {
        this(processors, most, USUAL_PIXELS, () -> 0, threads);
    }

    /** The same for requests that wait before they are worked on: as long as some do, nobody helps. */
    public Crew(int processors, int most, IntSupplier waiting, Executor threads) {
        this(processors, most, USUAL_PIXELS, waiting, threads);
    }

    /** The same with another size of pieces, in pixels. */
    public Crew(int processors, int most, int pixels, Executor threads) {
        this(processors, most, pixels, () -> 0, threads);
    }

    private Crew(int processors, int most, int pixels, IntSupplier waiting, Executor threads) {
        checkArgument(processors > 0 && most > 0, "%s processors, %s for one request", processors, most);
        this.pixels = pixels;
        this.free = new AtomicInteger(processors);
        this.most = most;
        this.waiting = waiting;
        this.threads = threads;
    }

    /** The request's own thread and nobody else. */
    public static Crew alone() {
        return ALONE;
    }

    /** How many rows of this width are a piece of work; all of them where it is not worth sharing. */
    public int rows(int width, int height) {
        int rows = Math.max(1, pixels / Math.max(1, width));
        return most == 1 || height <= (LEAST_PIECES - 1) * rows ? Math.max(1, height) : rows;
    }

    /** Whether a mate would come. */
    public boolean hasIdle() {
        return most > 1 && free.get() > 0 && waiting.getAsInt() == 0;
    }

    /** Does the work of a request, which takes its thread's processor. */
    public <T> T busy(Supplier<T> work) {
        free.decrementAndGet();
        try {
            return work.get();
        } finally {
            free.incrementAndGet();
        }
    }

    /**
     * Does pieces 0 to {@code pieces} - 1, and returns when all are done.
     *
     * @param own does one in the thread that calls this
     * @param mates makes what does the same for mate 1 and so on, in the mate's thread; no two that work at once have one number
     */
    public void share(int pieces, IntConsumer own, IntFunction<IntConsumer> mates) {
        Job job = new Job(pieces, mates);
        int called = 0;
        while (called + 1 < Math.min(most, pieces) && call(job, called + 1)) {
            called++;
        }
        job.work(own, () -> false);
        int came = job.end();
        free.addAndGet(called - came);
        job.throwFailure();
    }

    /** The same for work that all do alike. */
    public void share(int pieces, IntConsumer work) {
        share(pieces, work, number -> work);
    }

    /** How many processors may work on one request. */
    public int most() {
        return most;
    }

    /** Mates at work at this moment. */
    public int helping() {
        return helping.get();
    }

    /** How often a mate has helped. */
    public long helped() {
        return helped.get();
    }

    private boolean call(Job job, int number) {
        if (!takeProcessor()) {
            return false;
        }
        try {
            threads.execute(() -> help(job, number));
            return true;
        } catch (RejectedExecutionException | OutOfMemoryError e) { // there is no thread for it: it is done without
            free.incrementAndGet();
            return false;
        }
    }

    private boolean takeProcessor() {
        int now = free.get();
        while (now > 0 && waiting.getAsInt() == 0) {
            if (free.compareAndSet(now, now - 1)) {
                return true;
            }
            now = free.get();
        }
        return false;
    }

    /** The processor is free before the job hears of it, so that the next job finds it; so is that of a mate who comes too late. */
    private void help(Job job, int number) {
        if (job.join()) {
            helping.incrementAndGet();
            helped.incrementAndGet();
            job.help(number, () -> free.get() < 0 || waiting.getAsInt() > 0);
            helping.decrementAndGet();
            free.incrementAndGet();
            job.leave();
        }
    }

    /** Pieces of work, and those who are at it. */
    private static final class Job {
        private static final int NONE = Integer.MAX_VALUE;

        private final int pieces;
        private final IntFunction<IntConsumer> mates;
        private final AtomicInteger next = new AtomicInteger();
        private int came;
        private int inside;
        private boolean over;
        private int failed = NONE;
        private Throwable failure = new IllegalStateException("nothing has failed");

        Job(int pieces, IntFunction<IntConsumer> mates) {
            this.pieces = pieces;
            this.mates = mates;
        }

        /** Whoever comes when nothing is left need not begin. */
        synchronized boolean join() {
            if (over) {
                return false;
            }
            came++;
            inside++;
            return true;
        }

        synchronized void leave() {
            inside--;
            notifyAll();
        }

        void help(int number, BooleanSupplier unwanted) {
            IntConsumer worker;
            try {
                worker = mates.apply(number);
            } catch (Throwable t) {
                fail(NONE - 1, t);
                return;
            }
            work(worker, unwanted);
        }

        /** @param unwanted whether to stop before everything is done */
        void work(IntConsumer worker, BooleanSupplier unwanted) {
            int piece = next.getAndIncrement();
            while (piece < pieces) {
                try {
                    worker.accept(piece);
                } catch (Throwable t) { // thrown in the request's thread, whatever it is
                    fail(piece, t);
                    return;
                }
                if (unwanted.getAsBoolean()) {
                    return;
                }
                piece = next.getAndIncrement();
            }
        }

        private synchronized void fail(int piece, Throwable t) {
            next.set(pieces);
            if (piece < failed) {
                failed = piece;
                failure = t;
            }
        }

        /**
         * Waits until mates are done with what they are at, and tells how many came. Not to be interrupted: they would write
         * into what the request has given up.
         */
        synchronized int end() {
            over = true;
            boolean interrupted = false;
            while (inside > 0) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            return came;
        }

        synchronized void throwFailure() {
            if (failed != NONE) {
                Throwables.throwIfUnchecked(failure);
                throw new IllegalStateException(failure);
            }
        }
    }
}
