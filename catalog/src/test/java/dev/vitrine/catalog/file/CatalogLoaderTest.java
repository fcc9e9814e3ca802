package dev.vitrine.catalog.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.catalog.CatalogFolder;
import dev.vitrine.catalog.model.Catalog;
import dev.vitrine.catalog.model.ProfileRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogLoaderTest {
    @TempDir
    Path temp;

    private CatalogFolder folder;

    @BeforeEach
    void makeFolder() {
        folder = new CatalogFolder(temp);
    }

    @Test
    void load_catalogWithAllItsFiles() throws IOException {
        folder.file(
                        "demo.ini",
                        "RootId=demo\nCatalogFile=m.txt\nVignetteMapFile=v.txt\nMacroFile=x.txt\nIccProfileMapFile=i.txt\n")
                .table("m.txt", "Id|Color\nsage|9caf94\n")
                .table("v.txt", "Id|Path\nsofa|sofa.ovp\n")
                .table("x.txt", "Name|Definition\nthumb|wid=100\n")
                .table("i.txt", "Name|ProfilePath\nscreen|icc/screen.icc\n");
        Files.setLastModifiedTime(folder.catalogs().resolve("demo.ini"), FileTime.fromMillis(1_700_000_000_000L));
        assertEquals(List.of(), folder.problems());
        Catalog demo = folder.load().catalogs().get(1).catalog().orElseThrow();
        assertEquals("demo", demo.rootId());
        assertEquals(Set.of("sage"), demo.materials().keySet());
        assertEquals(Set.of("sofa"), demo.vignettes().keySet());
        assertEquals(Optional.of("wid=100"), demo.macros().find("thumb"));
        assertEquals(Map.of("screen", new ProfileRecord("screen", "icc/screen.icc")), demo.profiles());
        assertEquals(1_700_000_000_000L, demo.timeStamp());
    }

    @Test
    void load_timeStamp_winsOverTheFilesTime() {
        folder.file("demo.ini", "RootId=demo\nTimeStamp=01/01/1970 00:00:01 GMT\n");
        assertEquals(
                1000, folder.load().catalogs().get(1).catalog().orElseThrow().timeStamp());
    }

    @Test
    void load_defaultComesFirst() {
        folder.file("a.ini", "RootId=a\n").file("notes.txt", "no catalog").file("B.INI", "RootId=b\n");
        LoadedFolder loaded = folder.load();
        assertEquals(
                List.of("default.ini", "B.INI", "a.ini"),
                loaded.catalogs().stream()
                        .map(c -> c.iniFile().getFileName().toString())
                        .toList());
        assertTrue(loaded.catalogs().get(0).isDefault());
        assertFalse(loaded.catalogs().get(1).isDefault());
    }

    @Test
    void load_noDefault_isAProblem() throws IOException {
        Files.delete(folder.catalogs().resolve("default.ini"));
        assertEquals(
                List.of(
                        "default.ini: error: is missing in the catalog folder; every catalog inherits from it, so create one"),
                folder.problems());
    }

    @Test
    void load_noFolder_isAProblem() {
        LoadedFolder loaded = new CatalogLoader(temp.resolve("nowhere"), CatalogLimits.standard()).load();
        assertFalse(loaded.readable());
        assertEquals(1, loaded.problems().size());
    }

    @Test
    void load_sameRootId_firstCounts() {
        folder.file("a.ini", "RootId=x\nRootPath=a\n").file("b.ini", "RootId=x\nRootPath=b\n");
        assertEquals(List.of("b.ini: error: has the same RootId 'x' as a.ini; give it another one"), folder.problems());
        assertTrue(folder.load().catalogs().get(2).catalog().isEmpty());
    }

    @Test
    void load_badRootId_isAnError() {
        folder.file("a.ini", "RootPath=a\n").file("b.ini", "RootId=a/b\n");
        assertEquals(2, folder.problems().size());
        assertTrue(folder.problems().get(0).startsWith("a.ini: error: needs a RootId"));
        assertTrue(folder.problems().get(1).startsWith("b.ini: error: needs a RootId"));
    }

    @Test
    void load_dataFileMissing_isAnErrorThatNamesIt() {
        folder.file("a.ini", "RootId=a\nCatalogFile=sub/none.txt\n");
        assertEquals(
                List.of("sub" + temp.getFileSystem().getSeparator()
                        + "none.txt: error: does not exist; create it or mend the path that names it"),
                folder.problems());
    }

    @Test
    void load_absoluteDataFile_isRead() {
        folder.file("a.ini", "RootId=a\nMacroFile=" + temp.resolve("resources/m.txt") + "\n")
                .sources("m.txt");
        assertTrue(folder.problems().stream().anyMatch(p -> p.contains("has no column Name")));
    }

    @Test
    void load_byteOrderMark_decidesTheEncoding() throws IOException {
        folder.file("a.ini", "RootId=caf\u00e9\n");
        Files.write(folder.catalogs().resolve("b.ini"), "\uFEFFRootId=th\u00e9\u4e2d\n".getBytes(UTF_8));
        assertEquals(List.of(), folder.problems());
        assertEquals(
                Set.of("caf\u00e9", "th\u00e9\u4e2d"),
                folder.store().snapshot().catalogs().keySet());
    }

    @Test
    void load_tooLong_isAnError() {
        folder.file("a.ini", "RootId=a\n" + "#".repeat(1000));
        LoadedFolder loaded = new CatalogLoader(folder.catalogs(), new CatalogLimits(500, 10, 10)).load();
        assertTrue(loaded.catalogs().get(1).hasErrors());
        assertTrue(loaded.catalogs().get(1).catalog().isEmpty());
    }

    @Test
    void load_tooManyCatalogs_isAnError() {
        folder.file("a.ini", "RootId=a\n").file("b.ini", "RootId=b\n");
        LoadedFolder loaded = new CatalogLoader(folder.catalogs(), new CatalogLimits(5000, 10, 2)).load();
        assertEquals(2, loaded.catalogs().size());
        assertTrue(loaded.problems().get(0).toString().startsWith("b.ini: error: and the files after it"));
    }

    @Test
    void load_endlessProblems_areCutShort() {
        folder.file("a.ini", "RootId=a\n" + "nonsense\n".repeat(5000));
        LoadedCatalog loaded = folder.load().catalogs().get(1);
        assertEquals(501, loaded.problems().size());
        assertTrue(loaded.hasErrors());
    }
}
