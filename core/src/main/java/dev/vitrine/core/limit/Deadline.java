package dev.vitrine.core.limit;

import dev.vitrine.core.failure.Failures;
import java.time.Duration;
import java.util.function.LongSupplier;

/** The moment by which a request must be answered. Handed down; long loops ask it now and then. */
public final class Deadline {
    private final LongSupplier nanoTime;
    private final long endNanos;
    private final Duration allowed;

    private Deadline(LongSupplier nanoTime, Duration allowed) {
        this.nanoTime = nanoTime;
        this.allowed = allowed;
        this.endNanos = nanoTime.getAsLong() + allowed.toNanos();
    }

    /** A deadline this far from now, by a clock such as {@link System#nanoTime}. */
    public static Deadline in(Duration allowed, LongSupplier nanoTime) {
        return new Deadline(nanoTime, allowed);
    }

    /** A deadline that never comes, for tools and tests. */
    public static Deadline never() {
        return new Deadline(() -> 0, Duration.ofDays(1));
    }

    public boolean isPast() {
        return endNanos - nanoTime.getAsLong() <= 0;
    }

    /** The time that is left; zero once the deadline is past. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, endNanos - nanoTime.getAsLong()));
    }

    /** Ends the request when the time is up. */
    public void check() {
        if (isPast()) {
            throw Failures.timedOut(allowed);
        }
    }
}
