package dev.vitrine.server;

import dev.vitrine.catalog.model.Problem;
import dev.vitrine.catalog.store.CatalogSnapshot;
import dev.vitrine.catalog.store.CatalogStore;
import dev.vitrine.render.limit.Crew;
import dev.vitrine.server.http.WorkPool;
import dev.vitrine.server.metrics.Metrics;
import dev.vitrine.server.pipeline.Caches;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;

/** How the server is doing, as JSON: what {@code /health} says. */
final class HealthReport {
    private final JsonMapper json = JsonMapper.builder().build();
    private final String version;
    private final String jpegLibrary;
    private final CatalogStore catalogs;
    private final Caches caches;
    private final WorkPool pool;
    private final Crew crew;
    private final Metrics metrics;

    HealthReport(
            String version,
            String jpegLibrary,
            CatalogStore catalogs,
            Caches caches,
            WorkPool pool,
            Crew crew,
            Metrics metrics) {
        this.version = version;
        this.jpegLibrary = jpegLibrary;
        this.catalogs = catalogs;
        this.caches = caches;
        this.pool = pool;
        this.crew = crew;
        this.metrics = metrics;
    }

    String write() {
        CatalogSnapshot snapshot = catalogs.snapshot();
        boolean clean = snapshot.problems().stream().noneMatch(Problem::isError);
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("status", clean ? "ok" : "catalog-problems");
        report.put("version", version);
        report.put("jpegLibrary", jpegLibrary);
        report.put("catalogs", catalogs(snapshot));
        report.put("replyCache", caches.replies().stats());
        report.put("failureMemory", caches.failureStats());
        report.put("work", work());
        report.put("requests", metrics.summary());
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(report) + "\n";
    }

    private Map<String, Object> work() {
        Map<String, Object> work = new LinkedHashMap<>();
        work.put("workers", pool.workers());
        work.put("waiting", pool.waiting());
        work.put("room", pool.queue());
        work.put("perRequest", crew.most());
        work.put("helping", crew.helping());
        return work;
    }

    private static Map<String, Object> catalogs(CatalogSnapshot snapshot) {
        Map<String, Object> catalogs = new LinkedHashMap<>();
        catalogs.put("generation", snapshot.generation());
        catalogs.put("ids", new TreeSet<>(snapshot.catalogs().keySet()));
        catalogs.put(
                "problems", snapshot.problems().stream().map(Problem::toString).toList());
        return catalogs;
    }
}
