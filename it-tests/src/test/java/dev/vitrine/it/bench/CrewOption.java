package dev.vitrine.it.bench;

/**
 * How many processors may work on one request: {@code -Dbench.crew}, usually 1. With more, what counts is the time on the wall, for
 * a thread's own time leaves out what others did for it.
 */
final class CrewOption {
    private static final int CREW = Integer.getInteger("bench.crew", 1);

    private CrewOption() {}

    /** As a line of a settings file. */
    static String setting() {
        return "vitrine.processorsPerRequest=" + CREW + "\n";
    }

    /** The time that counts. */
    static double median(Clock.Times times) {
        return CREW == 1 ? times.cpuMedian() : times.median();
    }

    /** The same of {@link Clock#once}, in milliseconds. */
    static double millis(long[] wallAndProcessor) {
        return wallAndProcessor[CREW == 1 ? 1 : 0] / 1e6;
    }
}
