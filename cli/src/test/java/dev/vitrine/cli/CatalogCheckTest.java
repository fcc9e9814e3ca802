package dev.vitrine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.server.Application;
import dev.vitrine.server.config.ConfigReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogCheckTest {
    private static final long SECOND = 1_000_000_000;

    @TempDir
    private Path folder;

    private final List<String> out = new ArrayList<>();
    private final List<String> progress = new ArrayList<>();

    @BeforeEach
    void writeSettings() throws Exception {
        Files.createDirectory(folder.resolve("catalogs"));
        Files.writeString(folder.resolve("a.png"), "no picture");
        catalog("default", "Resolution=40");
        Files.writeString(
                folder.resolve("vitrine.properties"), "ir.catalogRootPath=catalogs\nir.resourceRootPaths=.\n");
    }

    private void catalog(String name, String... lines) throws Exception {
        Files.writeString(folder.resolve("catalogs/" + name + ".ini"), String.join("\n", lines));
    }

    private CatalogCheck check(AtomicLong clock, long step) throws Exception {
        Application application =
                new Application(new ConfigReader(Map.of(), 1).read(folder.resolve("vitrine.properties")));
        CatalogCheck check = new CatalogCheck(application, out::add, progress::add, () -> clock.getAndAdd(step));
        check.check(application.images().snapshot());
        check.check(application.catalogs().snapshot());
        return check;
    }

    private CatalogCheck check() throws Exception {
        return check(new AtomicLong(), 0);
    }

    private List<String> errors() {
        return out.stream().filter(line -> line.contains(": error: ")).toList();
    }

    private void records(int count) throws Exception {
        catalog("shop", "RootId=shop", "CatalogFile=shop.txt");
        StringBuilder rows = new StringBuilder("Id\tPath\n");
        for (int i = 0; i < count; i++) {
            rows.append(i).append("\tgone").append(i).append(".png\n");
        }
        Files.writeString(folder.resolve("catalogs/shop.txt"), rows);
    }

    @Test
    void check_long_tellsEveryFiveSecondsHowFarItIs() throws Exception {
        records(7);
        check(new AtomicLong(), 2 * SECOND);
        assertEquals(2, progress.size());
        assertEquals("checked 0 vignettes, 0 styles, 3 images, 0 profiles and 0 fonts so far", progress.get(0));
        assertTrue(progress.get(1).contains(" 6 images"), progress.get(1));
    }

    @Test
    void check_short_tellsNothingOnTheWay() throws Exception {
        records(7);
        check(new AtomicLong(), SECOND / 2);
        assertEquals(List.of(), progress);
    }

    @Test
    void check_picturesOfAttributes_areLookedForAsARequestWould() throws Exception {
        catalog("shop", "RootId=shop", "CatalogFile=shop.txt", "ErrorImage=shop/card");
        catalog("wet", "RootId=wet", "Watermark=nothing");
        catalog("lost", "RootId=lost", "ErrorImage=shop/none", "DefaultImage=gone.png");
        catalog("odd", "RootId=odd", "ErrorImage=a.png");
        catalog("off", "RootId=off", "ErrorImage=", "DefaultImage=", "Watermark=");
        Files.writeString(
                folder.resolve("catalogs/shop.txt"), "Id\tModifier\ncard\tsize=300,300&text=$error.message$\n");
        CatalogCheck check = check();
        assertTrue(check.hasErrors());
        assertEquals(4, errors().size(), out::toString);
        for (String line : List.of(
                "catalog 'wet', Watermark: error: Catalog 'wet' has no image 'nothing'",
                "catalog 'lost', ErrorImage: error: Catalog 'shop' has no image 'none'",
                "catalog 'lost', DefaultImage: error: Catalog 'lost' has no image 'gone.png'",
                "catalog 'odd', ErrorImage: error: 'a.png' is of a format that is not read")) {
            assertEquals(1, out.stream().filter(l -> l.startsWith(line)).count(), () -> line + " in " + out);
        }
    }

    @Test
    void check_imageWithoutSuffix_isFoundByTheDefaultOne() throws Exception {
        catalog("shop", "RootId=shop", "CatalogFile=shop.txt", "DefaultExt=png");
        Files.writeString(folder.resolve("catalogs/shop.txt"), "Id\tPath\nelm\ta\nash\tb\n");
        check();
        assertEquals(2, errors().size(), out::toString);
        assertTrue(
                errors().get(0).startsWith("shop/elm: error: 'a.png' is of a format that is not read"), out::toString);
        assertTrue(errors().get(1).startsWith("shop/ash: error: The file 'b' cannot be found"), out::toString);
    }
}
