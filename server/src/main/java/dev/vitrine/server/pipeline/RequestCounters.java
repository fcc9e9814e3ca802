package dev.vitrine.server.pipeline;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what happened to requests, by short names such as {@code ok.img} or {@code error.unknown-vignette.image}. Names come
 * from closed lists, never from a client, so their number is bounded.
 */
public final class RequestCounters {
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    public void count(String name) {
        counts.computeIfAbsent(name, unused -> new LongAdder()).increment();
    }

    /** All counts so far, by name. */
    public Map<String, Long> snapshot() {
        Map<String, Long> snapshot = new TreeMap<>();
        counts.forEach((name, count) -> snapshot.put(name, count.sum()));
        return snapshot;
    }
}
