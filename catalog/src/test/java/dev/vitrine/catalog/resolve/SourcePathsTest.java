package dev.vitrine.catalog.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.catalog.CatalogFolder;
import dev.vitrine.catalog.resolve.SourcePaths.Use;
import dev.vitrine.catalog.store.Session;
import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.FailureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourcePathsTest {
    @TempDir
    Path temp;

    private CatalogFolder folder;
    private SourcePaths paths;

    @BeforeEach
    void makeFolder() {
        folder = new CatalogFolder(temp).sources("a.jpg", "sub/b.jpg", "cat/c.jpg", "def/cat/d.jpg");
        paths = new SourcePaths(List.of(folder.resources()));
    }

    @Test
    void findRequested_knowsTheFilesState() throws IOException {
        Files.setLastModifiedTime(folder.resources().resolve("sub/b.jpg"), FileTime.fromMillis(5000));
        SourceFile file = requested("sub", "b.jpg").orElseThrow();
        assertEquals("sub/b.jpg", file.name());
        assertEquals(9, file.bytes());
        assertEquals(5000, file.modifiedMillis());
        assertEquals(folder.resources().resolve("sub/b.jpg").toRealPath(), file.path());
    }

    @Test
    void findRequested_missing_isEmpty() {
        assertEquals(Optional.empty(), requested("none.jpg"));
        assertEquals(Optional.empty(), requested("a.jpg", "deeper"));
        assertEquals(Optional.empty(), requested("x".repeat(5000)));
        assertEquals(Optional.empty(), paths.findRequested(session(""), "", List.of(), Use.MATERIAL));
    }

    @Test
    void findRequested_folder_isNoFile_unlessItIsAPackage() {
        assertEquals(Optional.empty(), requested("sub"));
        folder.sources("open.ovp/manifest.json");
        assertEquals(
                22,
                paths.findRequested(session(""), "open", List.of("open"), Use.VIGNETTE)
                        .orElseThrow()
                        .bytes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                "../secret.txt",
                "sub/../a.jpg",
                "sub/../../secret.txt",
                "./a.jpg",
                "sub/./b.jpg",
                ".../a.jpg",
                "a.jpg\0",
                "a\n.jpg",
                "\u0085",
                "..\\secret.txt",
                "sub\\b.jpg",
                "C:",
                "C:/secret.txt",
                "c:secret.txt",
                "sub/C:/x"
            })
    void findRequested_badPath_isRefused(String path) throws IOException {
        Files.writeString(temp.resolve("secret.txt"), "secret");
        assertRefused(() -> requested(path.split("/")));
        assertRefused(() -> requested(path));
    }

    @Test
    void findRequested_slashesWithinAnElement_areSteps() {
        assertTrue(requested("/sub//b.jpg").isPresent());
        assertRefused(() -> requested("sub/../a.jpg"));
        assertEquals(Optional.empty(), requested("/etc/hostname"));
        assertEquals(
                Optional.empty(), requested(temp.resolve("catalogs/default.ini").toString()));
    }

    @Test
    void findRequested_linkOutOfTheFolders_isRefused() throws IOException {
        Path secret = Files.writeString(temp.resolve("secret.txt"), "secret");
        Files.createSymbolicLink(folder.resources().resolve("link.txt"), secret);
        Files.createSymbolicLink(folder.resources().resolve("up"), temp);
        assertRefused(() -> requested("link.txt"));
        assertRefused(() -> requested("up", "secret.txt"));
    }

    @Test
    void findRequested_linkWithinTheFolders_isFollowed() throws IOException {
        Files.createSymbolicLink(
                folder.resources().resolve("link.jpg"), folder.resources().resolve("a.jpg"));
        assertEquals(
                folder.resources().resolve("a.jpg").toRealPath(),
                requested("link.jpg").orElseThrow().path());
    }

    @Test
    void findRequested_folderIsALink_isFine() throws IOException {
        Path link = Files.createSymbolicLink(temp.resolve("linked"), folder.resources());
        assertTrue(new SourcePaths(List.of(link))
                .findRequested(session(""), "a.jpg", List.of("a.jpg"), Use.MATERIAL)
                .isPresent());
    }

    @Test
    void find_severalFolders_firstWins() throws IOException {
        Path other = Files.createDirectories(temp.resolve("other"));
        Files.writeString(other.resolve("a.jpg"), "another");
        Files.writeString(other.resolve("z.jpg"), "z");
        SourcePaths two = new SourcePaths(List.of(temp.resolve("missing"), folder.resources(), other));
        Session session = session("");
        assertEquals(
                5,
                two.findRecorded(session, "a.jpg", Use.MATERIAL).orElseThrow().bytes());
        assertEquals(
                1,
                two.findRecorded(session, "z.jpg", Use.MATERIAL).orElseThrow().bytes());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                // default RootPath; catalog RootPath; path; found at
                "-; -; a.jpg; a.jpg",
                "-; cat; c.jpg; cat/c.jpg",
                "-; /cat/; c.jpg; -",
                "def; cat; d.jpg; def/cat/d.jpg",
                "def/cat; -; d.jpg; def/cat/d.jpg",
                "def; ''; cat/d.jpg; def/cat/d.jpg",
                "-; def\\cat; d.jpg; def/cat/d.jpg",
                "-; cat; c2.jpg; -"
            })
    void find_rootPaths_standInFront(String defaults, String own, String path, String expected) throws IOException {
        folder.file("default.ini", CatalogFolder.DEFAULTS + (defaults == null ? "" : "RootPath=" + defaults))
                .file("x.ini", "RootId=x\n" + (own == null ? "" : "RootPath=" + own));
        Optional<Path> real = expected == null
                ? Optional.empty()
                : Optional.of(folder.resources().resolve(expected).toRealPath());
        assertEquals(real, paths.findRecorded(session("x"), path, Use.MATERIAL).map(SourceFile::path));
    }

    @Test
    void find_absolute_onlyWithinTheFolders() throws IOException {
        folder.file("x.ini", "RootId=x\nRootPath=" + folder.resources().resolve("cat"))
                .file("y.ini", "RootId=y\nRootPath=" + folder.catalogs());
        assertTrue(paths.findRecorded(session("x"), "c.jpg", Use.MATERIAL).isPresent());
        assertTrue(paths.findRecorded(
                        session("y"), folder.resources().resolve("a.jpg").toString(), Use.MATERIAL)
                .isPresent());
        assertRefused(() -> paths.findRecorded(session("y"), "default.ini", Use.MATERIAL));
        assertRefused(() -> paths.findRequested(session("y"), "default.ini", List.of("default.ini"), Use.MATERIAL));
    }

    @Test
    void findRecorded_operatorsMayStepUpAndUseBackslashes() {
        folder.file("x.ini", "RootId=x\nRootPath=cat\n");
        assertTrue(
                paths.findRecorded(session("x"), "..\\sub\\b.jpg", Use.MATERIAL).isPresent());
        assertRefused(() -> paths.findRecorded(session("x"), "../../catalogs/default.ini", Use.MATERIAL));
    }

    @Test
    void find_proprietarySuffix_findsTheOpenPackage() {
        folder.sources("v.ovp", "v.vnt", "c.ovc", "w.ovw", "old.vnt", "style.VNC");
        assertEquals("v.ovp", fileName("v.vnt", Use.VIGNETTE));
        assertEquals("v.ovp", fileName("v.VNT", Use.VIGNETTE));
        assertEquals("c.ovc", fileName("c.vnc", Use.MATERIAL));
        assertEquals("w.ovw", fileName("w.vnw", Use.MATERIAL));
        assertEquals("v.ovp", fileName("v", Use.VIGNETTE));
        assertEquals("v.ovp", fileName("v.ovp", Use.VIGNETTE));
        assertEquals(Optional.empty(), paths.findRecorded(session(""), "v", Use.MATERIAL));
        assertEquals(Optional.empty(), paths.findRecorded(session(""), "none.vnt", Use.VIGNETTE));
    }

    @ParameterizedTest
    @CsvSource({"old.vnt, old.ovp", "old, old.ovp", "style.VNC, style.ovc"})
    void find_onlyTheProprietaryFile_saysWhatToDo(String path, String open) {
        folder.sources("old.vnt", "style.VNC");
        FailureException failure =
                assertThrows(FailureException.class, () -> paths.findRecorded(session(""), path, Use.VIGNETTE));
        assertEquals(FailureKind.SOURCE_UNSUPPORTED, failure.failure().kind());
        assertTrue(failure.failure().message().contains(open), failure.failure().message());
        assertTrue(failure.failure().message().contains("./vitrine pack"));
    }

    private String fileName(String path, Use use) {
        return paths.findRecorded(session(""), path, use)
                .orElseThrow()
                .path()
                .getFileName()
                .toString();
    }

    private Optional<SourceFile> requested(String... elements) {
        return paths.findRequested(session(""), String.join("/", elements), List.of(elements), Use.MATERIAL);
    }

    private Session session(String id) {
        return folder.store().session(id);
    }

    private static void assertRefused(org.junit.jupiter.api.function.Executable attempt) {
        assertEquals(
                FailureKind.PATH_REFUSED,
                assertThrows(FailureException.class, attempt).failure().kind());
    }
}
