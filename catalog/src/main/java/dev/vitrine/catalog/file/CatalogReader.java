package dev.vitrine.catalog.file;

import static dev.vitrine.catalog.model.Attributes.CATALOG_FILE;
import static dev.vitrine.catalog.model.Attributes.FONT_MAP_FILE;
import static dev.vitrine.catalog.model.Attributes.ICC_PROFILE_MAP_FILE;
import static dev.vitrine.catalog.model.Attributes.MACRO_FILE;
import static dev.vitrine.catalog.model.Attributes.REQUEST_LOCK_KEY;
import static dev.vitrine.catalog.model.Attributes.ROOT_ID;
import static dev.vitrine.catalog.model.Attributes.RULE_SET_FILE;
import static dev.vitrine.catalog.model.Attributes.TIME_STAMP;
import static dev.vitrine.catalog.model.Attributes.VIGNETTE_MAP_FILE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.common.base.Splitter;
import dev.vitrine.catalog.model.Attribute;
import dev.vitrine.catalog.model.Catalog;
import dev.vitrine.catalog.model.CatalogAttributes;
import dev.vitrine.catalog.model.ImageRecord;
import dev.vitrine.catalog.model.ImageTables;
import dev.vitrine.catalog.model.LockKey;
import dev.vitrine.catalog.model.MacroSet;
import dev.vitrine.catalog.model.MaterialRecord;
import dev.vitrine.catalog.model.RuleSet;
import dev.vitrine.catalog.rules.RuleSetReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one catalog: its attribute file, then the data files that it names. */
final class CatalogReader {
    private final Path folder;
    private final CatalogLimits limits;
    private final CatalogContent content;

    CatalogReader(Path folder, CatalogLimits limits, CatalogContent content) {
        this.folder = folder;
        this.limits = limits;
        this.content = content;
    }

    LoadedCatalog read(Path iniFile, boolean isDefault) {
        ProblemLog log = new ProblemLog();
        Optional<Catalog> catalog = catalog(iniFile, isDefault, log);
        return new LoadedCatalog(iniFile, isDefault, catalog, log.all());
    }

    private Optional<Catalog> catalog(Path iniFile, boolean isDefault, ProblemLog log) {
        ProblemLog.FileProblems problems = log.of(displayName(iniFile));
        Optional<String> text = TextFile.read(iniFile, limits, problems);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        AttributeReader reader = new AttributeReader(problems);
        CatalogAttributes attributes = reader.read(new AttributeFile(text.get(), problems).entries());
        if (isDefault && content == CatalogContent.MATERIALS) {
            reader.checkComplete(attributes);
        }
        String rootId = attributes.find(ROOT_ID).orElse("");
        if (!isDefault && !isGoodId(rootId)) {
            problems.error(0, "needs a RootId, one path element without slashes: nothing can select it as it is");
            return Optional.empty();
        }
        boolean materials = content == CatalogContent.MATERIALS;
        return Optional.of(new Catalog(
                rootId,
                iniFile,
                attributes,
                materials ? materials(attributes, log) : Map.of(),
                materials
                        ? table(attributes, VIGNETTE_MAP_FILE, RecordReaders.VIGNETTE_COLUMNS, log)
                                .map(RecordReaders::vignettes)
                                .orElse(Map.of())
                        : Map.of(),
                table(attributes, MACRO_FILE, RecordReaders.MACRO_COLUMNS, log)
                        .map(RecordReaders::macros)
                        .orElse(MacroSet.NONE),
                table(attributes, ICC_PROFILE_MAP_FILE, RecordReaders.PROFILE_COLUMNS, log)
                        .map(RecordReaders::profiles)
                        .orElse(Map.of()),
                rules(attributes, log),
                lockKey(attributes, log),
                materials ? ImageTables.NONE : imageTables(attributes, log),
                attributes.find(TIME_STAMP).orElseGet(() -> modifiedMillis(iniFile))));
    }

    /** The materials of {@code CatalogFile}; several files, as image catalogs may have them, are read in their order. */
    private Map<String, MaterialRecord> materials(CatalogAttributes attributes, ProblemLog log) {
        Map<String, MaterialRecord> all = new LinkedHashMap<>();
        for (String name : dataFiles(attributes)) {
            table(name, CATALOG_FILE, RecordReaders.IMAGE_COLUMNS, log)
                    .map(RecordReaders::materials)
                    .ifPresent(all::putAll);
        }
        return all;
    }

    private ImageTables imageTables(CatalogAttributes attributes, ProblemLog log) {
        Map<String, ImageRecord> all = new LinkedHashMap<>();
        for (String name : dataFiles(attributes)) {
            table(name, CATALOG_FILE, RecordReaders.IMAGE_COLUMNS, log)
                    .map(RecordReaders::images)
                    .ifPresent(all::putAll);
        }
        return new ImageTables(
                all,
                table(attributes, FONT_MAP_FILE, RecordReaders.FONT_COLUMNS, log)
                        .map(RecordReaders::fonts)
                        .orElse(List.of()));
    }

    private static List<String> dataFiles(CatalogAttributes attributes) {
        return attributes
                .find(CATALOG_FILE)
                .map(names -> Splitter.on(',').trimResults().omitEmptyStrings().splitToList(names))
                .orElse(List.of());
    }

    private Optional<DataTable> table(
            CatalogAttributes attributes, Attribute<String> attribute, List<String> columns, ProblemLog log) {
        return attributes.find(attribute).flatMap(name -> table(name, attribute, columns, log));
    }

    private Optional<DataTable> table(String name, Attribute<String> attribute, List<String> columns, ProblemLog log) {
        try {
            Path file = folder.resolve(name);
            ProblemLog.FileProblems problems = log.of(displayName(file));
            return TextFile.read(file, limits, problems)
                    .map(text -> new DataTable(new DataFile(text, limits, problems).lines(), columns, problems));
        } catch (InvalidPathException e) {
            log.of(name).error(0, "is no file name; mend " + attribute);
            return Optional.empty();
        }
    }

    private RuleSet rules(CatalogAttributes attributes, ProblemLog log) {
        Optional<String> name = attributes.find(RULE_SET_FILE);
        if (name.isEmpty()) {
            return RuleSet.NONE;
        }
        RuleSetReader.Result result = rules(name.get(), log);
        log.addAll(result.problems());
        return result.rules();
    }

    private RuleSetReader.Result rules(String name, ProblemLog log) {
        try {
            Path file = folder.resolve(name);
            RuleSetReader reader = new RuleSetReader(displayName(file));
            return TextFile.bytes(file, limits, log.of(displayName(file)))
                    .map(reader::read)
                    .orElseGet(reader::refusingAll);
        } catch (InvalidPathException e) {
            log.of(name).error(0, "is no file name; mend " + RULE_SET_FILE);
            return new RuleSetReader(name).refusingAll();
        }
    }

    /** The first line of the key file; a key that nothing fits, if there is none that is long enough. */
    private Optional<LockKey> lockKey(CatalogAttributes attributes, ProblemLog log) {
        return attributes.find(REQUEST_LOCK_KEY).map(name -> {
            byte[] secret = secret(name, log);
            if (secret.length < LockKey.LEAST_BYTES) {
                log.of(name).error(0, "holds no key of " + LockKey.LEAST_BYTES + " bytes or more, so no lock fits");
                return LockKey.UNUSABLE;
            }
            return new LockKey(secret);
        });
    }

    private byte[] secret(String name, ProblemLog log) {
        try {
            Path file = folder.resolve(name);
            return TextFile.bytes(file, limits, log.of(displayName(file)))
                    .map(bytes -> new String(bytes, ISO_8859_1)
                            .strip()
                            .lines()
                            .findFirst()
                            .orElse(""))
                    .map(line -> line.getBytes(ISO_8859_1))
                    .orElse(new byte[0]);
        } catch (InvalidPathException e) {
            return new byte[0];
        }
    }

    private static boolean isGoodId(String rootId) {
        return !rootId.isEmpty() && rootId.indexOf('/') < 0;
    }

    /** The name in problems: relative to the catalog folder where the file lies in it. */
    private String displayName(Path file) {
        Path normal = file.normalize();
        Path base = folder.normalize();
        return normal.startsWith(base) ? base.relativize(normal).toString() : normal.toString();
    }

    private static long modifiedMillis(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            return 0; // it was there a moment ago; the next look at the folder will notice
        }
    }
}
