package dev.vitrine.catalog.model;

import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * One catalog as its files define it.
 *
 * @param rootId the first path element that selects it; empty for the default catalog
 * @param iniFile its attribute file
 * @param materials by id; letter case counts
 * @param vignettes by id; letter case counts
 * @param profiles the ICC profile map, by name; letter case counts
 * @param rules what is done to requests before they are parsed
 * @param lockKey of its keyed request lock
 * @param serving what Image Serving finds in it
 * @param timeStamp its {@code TimeStamp}, else when its attribute file was last changed, in milliseconds since 1970 UTC
 */
public record Catalog(
        String rootId,
        Path iniFile,
        CatalogAttributes attributes,
        Map<String, MaterialRecord> materials,
        Map<String, VignetteRecord> vignettes,
        MacroSet macros,
        Map<String, ProfileRecord> profiles,
        RuleSet rules,
        Optional<LockKey> lockKey,
        ImageTables serving,
        long timeStamp) {
    public Catalog {
        // Guava's copy keeps the order of the file, and does not copy what is immutable already.
        materials = ImmutableMap.copyOf(materials);
        vignettes = ImmutableMap.copyOf(vignettes);
        profiles = ImmutableMap.copyOf(profiles);
    }

    /** A catalog that says nothing: the stand-in for a {@code default.ini} that is missing. */
    public static Catalog empty(Path iniFile) {
        return new Catalog(
                "",
                iniFile,
                CatalogAttributes.builder().build(),
                Map.of(),
                Map.of(),
                MacroSet.NONE,
                Map.of(),
                RuleSet.NONE,
                Optional.empty(),
                ImageTables.NONE,
                0);
    }
}
