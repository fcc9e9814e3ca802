package dev.vitrine.server.metrics;

import dev.vitrine.server.metrics.ErrorCount.Form;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * All counters, timers and gauges of one server, and the page on which they are read. Every label has values of a closed list,
 * but for catalogs: of those the first {@value #MOST_CATALOGS} are told apart.
 */
public final class Metrics {
    /** The media type of {@link #page}. */
    public static final String MEDIA_TYPE = "text/plain;version=0.0.4;charset=utf-8";

    private static final int MOST_CATALOGS = 500;
    private static final String ERRORS = "vitrine.errors";
    private static final String REQUESTS = "vitrine.requests";
    private static final String REPLIES = "vitrine.http.replies";
    private static final Duration[] STEPS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(20),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(3),
        Duration.ofSeconds(10)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Counter failedErrorImages = Counter.builder("vitrine.error.images.failed")
            .description("Error images that could not be made: the text was sent")
            .register(registry);
    private final Map<ErrorCount, Counter> errors = new ConcurrentHashMap<>();
    private final Map<Answered, Timer> answers = new ConcurrentHashMap<>();
    private final Map<Integer, Counter> statuses = new ConcurrentHashMap<>();
    private final Set<String> catalogs = ConcurrentHashMap.newKeySet();

    /** Metrics that know the memory and the threads of this process too. */
    @SuppressWarnings("resource") // the binder of memory has nothing to close without a registry that is closed
    public Metrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
    }

    private record Answered(Enum<?> kind, Enum<?> cache, Outcome outcome) {}

    /** Counts a reply that is not clean: an error before anything is made for it. */
    public void count(ErrorCount what) {
        ErrorCount known = new ErrorCount(what.code(), what.errorClass(), known(what.catalog()), what.form());
        held(errors, known, this::counter).increment();
    }

    /** Counts an error image that was to be made and could not be. */
    public void countFailedErrorImage() {
        failedErrorImages.increment();
    }

    /**
     * Takes note of a request that has its reply.
     *
     * @param kind what was asked for, such as {@code IMG}
     * @param cache how the cache took part, such as {@code HIT}
     */
    public void answered(Enum<?> kind, Enum<?> cache, Outcome outcome, Duration took) {
        held(answers, new Answered(kind, cache, outcome), this::timer).record(took);
    }

    /** Counts what was sent over HTTP, pages and refusals too. */
    public void replied(int status) {
        held(statuses, status, this::replies).increment();
    }

    /** Shows a number that goes up and down; asked whenever the page is. */
    public void watch(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value)
                .description(description)
                .strongReference(true)
                .register(registry);
    }

    /** Shows a number that only grows. */
    public <T> void watchTotal(String name, String description, T source, ToDoubleFunction<T> value) {
        FunctionCounter.builder(name, source, value).description(description).register(registry);
    }

    /** Everything, as Prometheus reads it. */
    public String page() {
        return registry.scrape();
    }

    /** How many requests ended how, and how many errors there were of each code: the short story. */
    public Map<String, Long> summary() {
        Map<String, Long> summary = new LinkedHashMap<>();
        for (Outcome outcome : Outcome.values()) {
            long count = registry.find(REQUESTS).tag("outcome", word(outcome)).timers().stream()
                    .mapToLong(Timer::count)
                    .sum();
            summary.put(word(outcome), count);
        }
        registry.find(ERRORS)
                .counters()
                .forEach(counter -> summary.merge(name(counter.getId()), (long) counter.count(), Long::sum));
        return summary;
    }

    /** A reply that was only degraded counts as a warning. */
    private static String name(Meter.Id id) {
        boolean degraded = word(Form.DEGRADED).equals(id.getTag("form"));
        return (degraded ? "warning." : "error.") + id.getTag("code");
    }

    private Counter counter(ErrorCount what) {
        return Counter.builder(ERRORS)
                .description("Replies that are not clean, counted before an error image is made")
                .tags(Tags.of(
                        "code",
                        what.code(),
                        "class",
                        Integer.toString(what.errorClass()),
                        "catalog",
                        what.catalog(),
                        "form",
                        word(what.form())))
                .register(registry);
    }

    private Timer timer(Answered what) {
        return Timer.builder(REQUESTS)
                .description("Requests of the protocol, from reading to reply")
                .tags(Tags.of("kind", word(what.kind()), "cache", word(what.cache()), "outcome", word(what.outcome())))
                .serviceLevelObjectives(STEPS)
                .register(registry);
    }

    private Counter replies(int status) {
        return Counter.builder(REPLIES)
                .description("Replies by HTTP status")
                .tag("status", Integer.toString(status))
                .register(registry);
    }

    /** A meter is nearly always there, and found without the lock that {@code computeIfAbsent} may take. */
    private static <K, V> V held(Map<K, V> meters, K key, Function<K, V> made) {
        V there = meters.get(key);
        return there == null ? meters.computeIfAbsent(key, made) : there;
    }

    private String known(String catalog) {
        if (catalog.isEmpty()) {
            return "default";
        }
        return catalogs.contains(catalog) || (catalogs.size() < MOST_CATALOGS && catalogs.add(catalog))
                ? catalog
                : "other";
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
