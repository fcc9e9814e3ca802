package dev.vitrine.catalog.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.catalog.CatalogFolder;
import dev.vitrine.catalog.model.Attributes;
import dev.vitrine.catalog.model.ErrorDetail;
import dev.vitrine.catalog.model.ErrorSettings;
import dev.vitrine.catalog.model.PixelBox;
import dev.vitrine.catalog.model.StatusProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionTest {
    @TempDir
    Path temp;

    private CatalogFolder folder;

    @BeforeEach
    void makeFolder() {
        folder = new CatalogFolder(temp);
    }

    @Test
    void session_unknownId_defaultStandsIn() {
        folder.file("a.ini", "RootId=a\n");
        CatalogStore store = folder.store();
        assertEquals("a", store.session("a").id());
        assertEquals("", store.session("A").id());
        assertEquals("", store.session("").id());
        assertTrue(store.session("..").isDefault());
    }

    @Test
    void session_defaultWithAnId_isItselfByThatId() {
        folder.file("default.ini", CatalogFolder.DEFAULTS + "RootId=main\n");
        assertTrue(folder.store().session("main").isDefault());
        assertEquals("main", folder.store().session("x").id());
    }

    @Test
    void value_ownThenDefaultThenBuiltIn() throws IOException {
        folder.file("a.ini", "RootId=a\nMaxPix=7,8\n");
        Session session = folder.store().session("a");
        assertEquals(new PixelBox(7, 8), session.value(Attributes.MAX_PIX));
        assertEquals(50.0, session.value(Attributes.RESOLUTION));
        Files.delete(folder.catalogs().resolve("default.ini"));
        assertEquals(72.0, folder.store().session("a").value(Attributes.RESOLUTION));
        assertThrows(IllegalArgumentException.class, () -> session.value(Attributes.ROOT_URL));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // default.ini; a.ini; what the session says
                "ErrorImage=d; ; d",
                "ErrorImage=d; ErrorImage=a; a",
                "ErrorImage=d; ErrorImage=; ",
                "; ErrorImage=a; a",
                "; ; "
            })
    void errorSettings_image_definedButEmptySwitchesItOff(String defaults, String own, String expected) {
        folder.file("default.ini", CatalogFolder.DEFAULTS + (defaults == null ? "" : defaults))
                .file("a.ini", "RootId=a\n" + (own == null ? "" : own));
        assertEquals(
                Optional.ofNullable(expected),
                folder.store().session("a").errorSettings().image());
    }

    @Test
    void errorSettings_inheritOneByOne() {
        folder.file("a.ini", "RootId=a\nErrorDetail=2\n").file("b.ini", "RootId=b\nErrorStatusProfile=semantic\n");
        assertEquals(
                new ErrorSettings(ErrorDetail.MESSAGE, Optional.empty(), StatusProfile.PROTOCOL),
                folder.store().session("a").errorSettings());
        assertEquals(
                new ErrorSettings(ErrorDetail.TITLE, Optional.empty(), StatusProfile.SEMANTIC),
                folder.store().session("b").errorSettings());
    }

    @Test
    void records_ownBeforeDefault_andTheyKnowTheirOwner() {
        folder.file(
                        "default.ini",
                        CatalogFolder.DEFAULTS + "CatalogFile=d.txt\nMacroFile=dm.txt\nVignetteMapFile=dv.txt\n")
                .file("a.ini", "RootId=a\nCatalogFile=m.txt\nMacroFile=am.txt\n")
                .table("d.txt", "Id|Color\nx|000001\ny|000002\n")
                .table("m.txt", "Id|Color\nx|000003\n")
                .table("dm.txt", "Name|Definition\np|wid=1\nq|wid=2\n")
                .table("am.txt", "Name|Definition\nP|wid=3\n")
                .table("dv.txt", "Id|Path\nv|v.ovp\n");
        Session session = folder.store().session("a");
        assertEquals(
                "000003",
                session.material("x")
                        .orElseThrow()
                        .record()
                        .color()
                        .orElseThrow()
                        .toString());
        assertEquals("a", session.material("x").orElseThrow().owner().id());
        assertEquals("", session.material("y").orElseThrow().owner().id());
        assertEquals("", session.vignette("v").orElseThrow().owner().id());
        assertTrue(session.material("z").isEmpty());
        assertEquals(Optional.of("wid=3"), session.macros().find("p"));
        assertEquals(Optional.of("wid=2"), session.macros().find("Q"));
        assertEquals(Optional.empty(), session.macros().find("r"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "RootPath=d; RootPath=a; d,a",
                "RootPath=d; ; d",
                "RootPath=d; RootPath=; d",
                "RootPath=; RootPath=a; a",
                "; ; ''"
            })
    void rootPaths_defaultThenOwn(String defaults, String own, String expected) {
        folder.file("default.ini", CatalogFolder.DEFAULTS + (defaults == null ? "" : defaults))
                .file("a.ini", "RootId=a\n" + (own == null ? "" : own));
        assertEquals(expected, String.join(",", folder.store().session("a").rootPaths()));
    }

    @Test
    void rootPaths_defaultSession_hasItsOwnOnce() {
        folder.file("default.ini", CatalogFolder.DEFAULTS + "RootPath=d\n");
        assertEquals(List.of("d"), folder.store().session("").rootPaths());
    }

    @Test
    void serves_byOwnElseDefaultFilter() {
        folder.file("default.ini", CatalogFolder.DEFAULTS + "ClientAddressFilter=10.0.0.0/8\n")
                .file("a.ini", "RootId=a\nClientAddressFilter=0.0.0.0/0\n")
                .file("b.ini", "RootId=b\nClientAddressFilter=\n");
        assertTrue(folder.store().session("a").serves("203.0.113.5"));
        assertFalse(folder.store().session("b").serves("203.0.113.5"));
        assertTrue(folder.store().session("b").serves("10.1.2.3"));
        assertTrue(folder.store().session("b").serves("127.0.0.1"));
    }
}
