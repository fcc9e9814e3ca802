package dev.vitrine.catalog.store;

import com.google.common.collect.ImmutableMap;
import dev.vitrine.catalog.file.CatalogLoader;
import dev.vitrine.catalog.file.LoadedCatalog;
import dev.vitrine.catalog.file.LoadedFolder;
import dev.vitrine.catalog.model.Catalog;
import dev.vitrine.catalog.model.Problem;
import dev.vitrine.catalog.model.Problem.Level;
import dev.vitrine.core.request.RequestPreview;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The catalogs in use, behind one volatile field: readers take the snapshot of the moment, a reload replaces it whole.
 *
 * <p>A reload never makes things worse. A catalog whose files have errors keeps the version in use, if that one had none;
 * otherwise what could be read of the new one is used. So do all catalogs if the folder cannot be read, and the default
 * catalog if its file is gone. Any other catalog whose attribute file is gone is gone.
 */
public final class CatalogStore {
    private final CatalogLoader loader;
    private Map<Path, InUse> inUse = ImmutableMap.of();
    private volatile CatalogSnapshot snapshot;

    /** A version of a catalog, and whether its files were free of errors. */
    private record InUse(Catalog catalog, boolean isDefault, boolean clean) {}

    /** A store that has loaded its catalogs. */
    public CatalogStore(CatalogLoader loader) {
        this.loader = loader;
        this.snapshot = next(1);
    }

    public CatalogSnapshot snapshot() {
        return snapshot;
    }

    /** A session over the catalog of this id, which a request may have invented: the default catalog stands in. */
    public Session session(String candidate) {
        return snapshot.session(candidate);
    }

    /** The session of a request, which is chosen before anything can fail. */
    public Session session(RequestPreview preview) {
        return session(preview.firstElement().orElse(""));
    }

    /** Reads the folder again and swaps the catalogs; requests under way keep the old ones. */
    public synchronized CatalogSnapshot reload() {
        snapshot = next(snapshot.generation() + 1);
        return snapshot;
    }

    private CatalogSnapshot next(long generation) {
        LoadedFolder folder = loader.load();
        List<Problem> problems = new ArrayList<>(folder.problems());
        Map<Path, InUse> next = new LinkedHashMap<>();
        if (!folder.readable()) {
            next.putAll(inUse);
        }
        for (LoadedCatalog loaded : folder.catalogs()) {
            problems.addAll(loaded.problems());
            version(loaded, problems).ifPresent(version -> next.put(loaded.iniFile(), version));
        }
        if (next.values().stream().noneMatch(InUse::isDefault)) {
            inUse.forEach((file, old) -> {
                if (old.isDefault()) {
                    next.put(file, old);
                }
            });
        }
        inUse = ImmutableMap.copyOf(next);
        return snapshot(problems, generation);
    }

    private Optional<InUse> version(LoadedCatalog loaded, List<Problem> problems) {
        InUse old = inUse.get(loaded.iniFile());
        if (loaded.hasErrors()
                && old != null
                && (old.clean() || loaded.catalog().isEmpty())) {
            String file = String.valueOf(loaded.iniFile().getFileName());
            problems.add(new Problem(
                    Level.WARNING, file, 0, "has errors, so the version loaded before stays in use; mend them"));
            return Optional.of(old);
        }
        return loaded.catalog().map(catalog -> new InUse(catalog, loaded.isDefault(), !loaded.hasErrors()));
    }

    private CatalogSnapshot snapshot(List<Problem> problems, long generation) {
        Catalog defaults = Catalog.empty(Path.of("default.ini"));
        Map<String, Catalog> byId = new LinkedHashMap<>();
        for (InUse version : inUse.values()) {
            if (version.isDefault()) {
                defaults = version.catalog();
            } else {
                // The loader has refused duplicates; an old version may still meet a new one, and then the first
                // counts.
                byId.putIfAbsent(version.catalog().rootId(), version.catalog());
            }
        }
        return new CatalogSnapshot(defaults, byId, problems, generation);
    }
}
