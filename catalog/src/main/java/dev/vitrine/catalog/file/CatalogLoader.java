package dev.vitrine.catalog.file;

import dev.vitrine.catalog.model.Catalog;
import dev.vitrine.catalog.model.Problem;
import dev.vitrine.catalog.model.Problem.Level;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a catalog folder: {@code default.ini}, every other {@code *.ini}, and the data files they name. Never fails; what is
 * wrong is in the result.
 */
public final class CatalogLoader {
    private static final String DEFAULT_FILE = "default.ini";

    private final Path folder;
    private final CatalogLimits limits;
    private final CatalogContent content;

    /** A loader of material catalogs. */
    public CatalogLoader(Path folder, CatalogLimits limits) {
        this(folder, limits, CatalogContent.MATERIALS);
    }

    public CatalogLoader(Path folder, CatalogLimits limits, CatalogContent content) {
        this.folder = folder;
        this.limits = limits;
        this.content = content;
    }

    public LoadedFolder load() {
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.filter(CatalogLoader::isIni)
                    .sorted(Comparator.comparing((Path file) -> !isDefault(file))
                            .thenComparing(CatalogLoader::name))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            String message = "the catalog folder cannot be read: " + e.getMessage();
            return new LoadedFolder(false, List.of(), List.of(error(folder.toString(), message)));
        }
        List<Problem> problems = new ArrayList<>();
        if (files.isEmpty() || !isDefault(files.get(0))) {
            problems.add(error(
                    DEFAULT_FILE, "is missing in the catalog folder; every catalog inherits from it, so create one"));
        }
        if (files.size() > limits.maxCatalogs()) {
            problems.add(error(
                    name(files.get(limits.maxCatalogs())),
                    "and the files after it are not read: there are more than " + limits.maxCatalogs() + " catalogs"));
            files = files.subList(0, limits.maxCatalogs());
        }
        CatalogReader reader = new CatalogReader(folder, limits, content);
        List<LoadedCatalog> catalogs =
                files.stream().map(file -> reader.read(file, isDefault(file))).toList();
        return new LoadedFolder(true, withoutDuplicates(catalogs), problems);
    }

    /** Of catalogs with the same {@code RootId}, the first one counts. */
    private static List<LoadedCatalog> withoutDuplicates(List<LoadedCatalog> catalogs) {
        Map<String, Catalog> byId = new HashMap<>();
        return catalogs.stream().map(loaded -> withoutDuplicate(loaded, byId)).toList();
    }

    private static LoadedCatalog withoutDuplicate(LoadedCatalog loaded, Map<String, Catalog> byId) {
        Optional<Catalog> first = loaded.catalog().map(catalog -> byId.putIfAbsent(catalog.rootId(), catalog));
        if (first.isEmpty()) {
            return loaded;
        }
        List<Problem> problems = new ArrayList<>(loaded.problems());
        problems.add(error(
                name(loaded.iniFile()),
                "has the same RootId '" + first.get().rootId() + "' as "
                        + name(first.get().iniFile()) + "; give it another one"));
        return new LoadedCatalog(loaded.iniFile(), loaded.isDefault(), Optional.empty(), problems);
    }

    private static Problem error(String file, String message) {
        return new Problem(Level.ERROR, file, 0, message);
    }

    private static boolean isIni(Path file) {
        return name(file).toLowerCase(Locale.ROOT).endsWith(".ini") && Files.isRegularFile(file);
    }

    private static boolean isDefault(Path file) {
        return name(file).equalsIgnoreCase(DEFAULT_FILE);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
