package dev.vitrine.catalog.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.catalog.CatalogFolder;
import dev.vitrine.catalog.model.Attributes;
import dev.vitrine.catalog.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogStoreTest {
    @TempDir
    Path temp;

    private CatalogFolder folder;

    @BeforeEach
    void makeFolder() {
        folder = new CatalogFolder(temp).file("a.ini", "RootId=a\nResolution=10\n");
    }

    @Test
    void reload_swapsTheSnapshot_sessionsKeepTheirs() {
        CatalogStore store = folder.store();
        Session before = store.session("a");
        folder.file("a.ini", "RootId=a\nResolution=20\n");
        CatalogSnapshot snapshot = store.reload();
        assertNotSame(before.snapshot(), snapshot);
        assertEquals(1, before.snapshot().generation());
        assertEquals(2, store.snapshot().generation());
        assertEquals(10.0, before.value(Attributes.RESOLUTION));
        assertEquals(20.0, store.session("a").value(Attributes.RESOLUTION));
    }

    @Test
    void reload_error_keepsTheOldVersionAndSaysWhere() {
        folder.file("b.ini", "RootId=b\n");
        CatalogStore store = folder.store();
        folder.file("a.ini", "RootId=a\nResolution=20\nMaxPix=huge\n").file("b.ini", "RootId=b\nResolution=30\n");
        List<String> problems =
                store.reload().problems().stream().map(Problem::toString).toList();
        assertEquals(10.0, store.session("a").value(Attributes.RESOLUTION));
        assertEquals(30.0, store.session("b").value(Attributes.RESOLUTION));
        assertTrue(problems.get(0).startsWith("a.ini:3: error: MaxPix=huge"), problems.toString());
        assertTrue(problems.get(1).startsWith("a.ini: warning: has errors, so the version loaded before"));
        folder.file("a.ini", "RootId=a\nResolution=20\n");
        assertEquals(List.of(), store.reload().problems());
        assertEquals(20.0, store.session("a").value(Attributes.RESOLUTION));
    }

    @Test
    void reload_warnings_doNotHoldItBack() {
        CatalogStore store = folder.store();
        folder.file("a.ini", "RootId=a\nResolution=20\nSharpen=maybe\nUnheard=1\n");
        assertEquals(2, store.reload().problems().size());
        assertEquals(20.0, store.session("a").value(Attributes.RESOLUTION));
    }

    @Test
    void reload_errorInDataFile_keepsTheOldVersion() {
        folder.file("a.ini", "RootId=a\nCatalogFile=m.txt\n").table("m.txt", "Id|Color\nx|000001\n");
        CatalogStore store = folder.store();
        folder.table("m.txt", "Id|Color\ny|\"000002\n");
        store.reload();
        assertTrue(store.session("a").material("x").isPresent());
        assertFalse(store.session("a").material("y").isPresent());
    }

    @Test
    void load_withErrors_usesWhatCanBeRead_andTheNewestOfBadVersions() {
        folder.file("a.ini", "RootId=a\nResolution=10\nMaxPix=x\n");
        CatalogStore store = folder.store();
        assertEquals(10.0, store.session("a").value(Attributes.RESOLUTION));
        folder.file("a.ini", "RootId=a\nResolution=20\nMaxPix=x\n");
        store.reload();
        assertEquals(20.0, store.session("a").value(Attributes.RESOLUTION));
    }

    @Test
    void reload_defaultGone_keepsIt_otherGone_isGone() throws IOException {
        CatalogStore store = folder.store();
        Files.delete(folder.catalogs().resolve("default.ini"));
        Files.delete(folder.catalogs().resolve("a.ini"));
        CatalogSnapshot snapshot = store.reload();
        assertEquals(50.0, snapshot.defaultSession().value(Attributes.RESOLUTION));
        assertTrue(snapshot.findSession("a").isEmpty());
        assertEquals(1, snapshot.problems().size());
    }

    @Test
    void reload_folderGone_keepsEverything() throws IOException {
        CatalogStore store = folder.store();
        Files.move(folder.catalogs(), temp.resolve("elsewhere"));
        assertEquals(1, store.reload().problems().size());
        assertEquals(10.0, store.session("a").value(Attributes.RESOLUTION));
        assertEquals(50.0, store.session("").value(Attributes.RESOLUTION));
    }

    @Test
    void check_onlyAttributeFilesCount() throws IOException {
        CatalogWatch watch = new CatalogWatch(folder.catalogs());
        assertFalse(watch.check());
        folder.file("m.txt", "Id\n");
        assertFalse(watch.check());
        Files.setLastModifiedTime(folder.catalogs().resolve("a.ini"), FileTime.fromMillis(1000));
        assertTrue(watch.check());
        assertFalse(watch.check());
        folder.file("b.ini", "RootId=b\n");
        assertTrue(watch.check());
        Files.delete(folder.catalogs().resolve("b.ini"));
        assertTrue(watch.check());
        Files.move(folder.catalogs(), temp.resolve("elsewhere"));
        assertFalse(watch.check());
    }
}
