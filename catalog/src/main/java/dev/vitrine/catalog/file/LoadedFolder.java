package dev.vitrine.catalog.file;

import dev.vitrine.catalog.model.Problem;
import java.util.List;

/**
 * What became of a catalog folder.
 *
 * @param readable whether the folder could be listed; where not, its catalogs are unknown rather than gone
 * @param catalogs one for each attribute file, the default catalog first, then by file name
 * @param problems those of no single catalog
 */
public record LoadedFolder(boolean readable, List<LoadedCatalog> catalogs, List<Problem> problems) {
    public LoadedFolder {
        catalogs = List.copyOf(catalogs);
        problems = List.copyOf(problems);
    }
}
