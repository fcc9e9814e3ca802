package dev.vitrine.catalog.store;

import com.google.common.collect.ImmutableMap;
import dev.vitrine.catalog.model.Catalog;
import dev.vitrine.catalog.model.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All catalogs at one moment.
 *
 * @param defaults the catalog of {@code default.ini}
 * @param catalogs every other one, by root id; letter case counts
 * @param problems everything that is wrong in the folder, including what made a catalog keep an older version
 * @param generation counts the loads, from 1
 */
public record CatalogSnapshot(
        Catalog defaults, Map<String, Catalog> catalogs, List<Problem> problems, long generation) {
    public CatalogSnapshot {
        catalogs = ImmutableMap.copyOf(catalogs);
        problems = List.copyOf(problems);
    }

    /** A session over the catalog with this root id, or over the default catalog if there is none. */
    public Session session(String candidate) {
        return findSession(candidate).orElseGet(this::defaultSession);
    }

    /** A session over the catalog with this root id. */
    public Optional<Session> findSession(String rootId) {
        if (!rootId.isEmpty() && rootId.equals(defaults.rootId())) {
            return Optional.of(defaultSession());
        }
        return Optional.ofNullable(catalogs.get(rootId)).map(catalog -> new Session(this, catalog));
    }

    /** A session over the default catalog. */
    public Session defaultSession() {
        return new Session(this, defaults);
    }
}
