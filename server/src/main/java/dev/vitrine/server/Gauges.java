package dev.vitrine.server;

import dev.vitrine.catalog.store.CatalogStore;
import dev.vitrine.render.limit.Crew;
import dev.vitrine.server.http.WorkPool;
import dev.vitrine.server.metrics.Metrics;
import dev.vitrine.server.pipeline.Caches;

/** The numbers of a running server that are looked at rather than counted: caches, workers, catalogs. */
final class Gauges {
    private final Metrics metrics;

    Gauges(Metrics metrics) {
        this.metrics = metrics;
    }

    void watch(CatalogStore catalogs, CatalogStore images, Caches caches, WorkPool pool, Crew crew) {
        watch("material", catalogs);
        watch("image", images);
        watch(caches);
        metrics.watch("vitrine.work.workers", "Requests that can be worked on at once", pool::workers);
        metrics.watch("vitrine.work.waiting", "Requests that wait for a worker", pool::waiting);
        metrics.watch("vitrine.work.queue", "Requests that may wait", pool::queue);
        metrics.watch("vitrine.work.helping", "Threads that help with a request of another's", crew::helping);
        metrics.watchTotal("vitrine.work.helped", "How often a thread has helped with a request", crew, Crew::helped);
    }

    private void watch(Caches caches) {
        metrics.watch(
                "vitrine.reply.cache.bytes",
                "Memory of finished replies",
                () -> caches.replies().stats().bytes());
        metrics.watch(
                "vitrine.reply.cache.replies",
                "Finished replies kept",
                () -> caches.replies().stats().replies());
        metrics.watchTotal(
                "vitrine.reply.cache.hits",
                "Replies that were there",
                caches,
                c -> c.replies().stats().hits());
        metrics.watchTotal(
                "vitrine.reply.cache.misses",
                "Replies that were not there",
                caches,
                c -> c.replies().stats().misses());
        metrics.watch(
                "vitrine.failure.memory.bytes",
                "Memory of failures",
                () -> caches.failureStats().bytes());
        metrics.watch(
                "vitrine.failure.memory.failures",
                "Failures remembered",
                () -> caches.failureStats().failures());
        metrics.watchTotal(
                "vitrine.failure.memory.hits",
                "Failures answered from memory",
                caches,
                c -> c.failureStats().hits());
    }

    private void watch(String kind, CatalogStore store) {
        String name = "vitrine.catalogs." + kind;
        metrics.watch(
                name + ".loaded",
                "Catalogs in use, besides the default catalog",
                () -> store.snapshot().catalogs().size());
        metrics.watch(
                name + ".generation",
                "How often the catalogs were loaded",
                () -> store.snapshot().generation());
        metrics.watch(
                name + ".problems",
                "What is wrong in the catalogs",
                () -> store.snapshot().problems().size());
    }
}
