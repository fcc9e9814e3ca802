package dev.vitrine.it.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Runs a task again and again and tells medians: of the wall's time, and of the time that the thread had a processor. */
final class Clock {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final double warmSeconds;
    private final int runs;

    Clock(double warmSeconds, int runs) {
        this.warmSeconds = warmSeconds;
        this.runs = runs;
    }

    /** Milliseconds. */
    record Times(double median, double best, double cpuMedian, double cpuBest, int runs) {
        /** The line that all programs of this kind print. */
        String line(String name, String job, int threads, String stage) {
            return String.format(
                    Locale.ROOT,
                    "RESULT %s %s %d %s %.3f %.3f %.3f %d",
                    name,
                    job,
                    threads,
                    stage,
                    median,
                    best,
                    cpuMedian,
                    runs);
        }
    }

    /** Warms up for seconds of the processor's time, which others cannot take away, then measures. */
    Times measure(Callable<?> task) throws Exception {
        long end = THREADS.getCurrentThreadCpuTime() + (long) (warmSeconds * 1e9);
        while (THREADS.getCurrentThreadCpuTime() < end) {
            task.call();
        }
        List<long[]> all = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            all.add(once(task));
        }
        return times(all);
    }

    static long[] once(Callable<?> task) throws Exception {
        long cpu = THREADS.getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        task.call();
        return new long[] {System.nanoTime() - wall, THREADS.getCurrentThreadCpuTime() - cpu};
    }

    private static Times times(List<long[]> all) {
        long[] wall = all.stream().mapToLong(t -> t[0]).sorted().toArray();
        long[] cpu = all.stream().mapToLong(t -> t[1]).sorted().toArray();
        return new Times(millis(median(wall)), millis(wall[0]), millis(median(cpu)), millis(cpu[0]), wall.length);
    }

    private static long median(long[] sorted) {
        return Arrays.stream(sorted).skip(sorted.length / 2).findFirst().orElseThrow();
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }
}
