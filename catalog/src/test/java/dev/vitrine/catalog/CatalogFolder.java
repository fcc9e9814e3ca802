package dev.vitrine.catalog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.vitrine.catalog.file.CatalogLimits;
import dev.vitrine.catalog.file.CatalogLoader;
import dev.vitrine.catalog.file.LoadedFolder;
import dev.vitrine.catalog.store.CatalogStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A catalog folder that a test writes: {@code catalogs} for the catalog files, {@code resources} for the sources. */
public final class CatalogFolder {
    /** A default catalog that lacks nothing. */
    public static final String DEFAULTS = """
            ShowOverlapObjs=0
            AllowDirectUrls=0
            OnFailObj=3
            OnFailSel=1
            ErrorDetail=0
            Resolution=50
            Sharp=1
            Expiration=24
            DefaultPix=400,300
            MaxPix=2000,1000
            ResMode=3
            Sharpen=0
            Format=jpeg
            JpegQuality=80,0
            """;

    private final Path base;

    public CatalogFolder(Path base) {
        this.base = base;
        write("catalogs/default.ini", DEFAULTS);
        write("resources/.keep", "");
    }

    /** Writes a catalog file; the text's lines may use {@code |} for tabs. */
    public CatalogFolder table(String name, String text) {
        return write("catalogs/" + name, text.replace('|', '\t'));
    }

    /** Writes a catalog file as it is. */
    public CatalogFolder file(String name, String text) {
        return write("catalogs/" + name, text);
    }

    /** Writes source files of a few bytes. */
    public CatalogFolder sources(String... names) {
        List.of(names).forEach(name -> write("resources/" + name, name));
        return this;
    }

    public Path catalogs() {
        return base.resolve("catalogs");
    }

    public Path resources() {
        return base.resolve("resources");
    }

    public CatalogLoader loader() {
        return new CatalogLoader(catalogs(), CatalogLimits.standard());
    }

    public LoadedFolder load() {
        return loader().load();
    }

    public CatalogStore store() {
        return new CatalogStore(loader());
    }

    /** All problems as text. */
    public List<String> problems() {
        return store().snapshot().problems().stream().map(Object::toString).toList();
    }

    private CatalogFolder write(String name, String text) {
        try {
            Path file = base.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, text.getBytes(ISO_8859_1));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
