package dev.vitrine.catalog.file;

import static com.google.common.collect.ImmutableList.toImmutableList;

import dev.vitrine.catalog.model.Catalog;
import dev.vitrine.catalog.model.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What became of one attribute file and the data files it names.
 *
 * @param catalog all that could be read; absent where nothing can be made of it
 */
public record LoadedCatalog(Path iniFile, boolean isDefault, Optional<Catalog> catalog, List<Problem> problems) {
    public LoadedCatalog {
        problems = problems.stream().collect(toImmutableList());
    }

    public boolean hasErrors() {
        return problems.stream().anyMatch(Problem::isError);
    }
}
