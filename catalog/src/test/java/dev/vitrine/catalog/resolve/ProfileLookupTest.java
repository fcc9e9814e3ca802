package dev.vitrine.catalog.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vitrine.catalog.CatalogFolder;
import dev.vitrine.catalog.model.Attributes;
import dev.vitrine.catalog.store.Session;
import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.FailureKind;
import dev.vitrine.core.value.ItemRef;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileLookupTest {
    @TempDir
    Path temp;

    private CatalogFolder folder;

    @BeforeEach
    void makeFolder() {
        folder = new CatalogFolder(temp)
                .file(
                        "default.ini",
                        CatalogFolder.DEFAULTS
                                + "RootPath=d\nIccProfileMapFile=di.txt\nIccProfileRgb=screen\nIccProfileSrcCmyk=gone\n")
                .table("di.txt", "Name|ProfilePath\nscreen|screen.icc\npress|press.icc\n")
                .file("a.ini", """
                        RootId=a
                        RootPath=a
                        IccProfileMapFile=ai.txt
                        IccProfileCmyk=press
                        IccProfileGray=g/gray.icc
                        IccProfileSrcRgb=nosuch
                        """)
                .table("ai.txt", "Name|ProfilePath\npress|own.icc\nlost|lost.icc\n")
                .file("b.ini", "RootId=b\nIccProfileCmyk=nosuch\n")
                .sources("d/screen.icc", "d/press.icc", "d/a/own.icc", "d/a/g/gray.icc", "d/file.icc");
    }

    @Test
    void requested_nameOwnBeforeInherited_andOfOtherCatalogs() {
        assertEquals("d/a/own.icc", requested("a", "press"));
        assertEquals("d/screen.icc", requested("a", "screen"));
        assertEquals("d/press.icc", requested("b", "press"));
        assertEquals("d/a/own.icc", requested("b", "a/press"));
    }

    @Test
    void requested_path_isBelowTheRootPath() {
        assertEquals("d/file.icc", requested("b", "file.icc"));
        assertEquals("d/a/g/gray.icc", requested("a", "g/gray.icc"));
    }

    @Test
    void requested_unknownOrLostOrOutside_fails() {
        assertFails(FailureKind.UNKNOWN_PROFILE, "b", "own.icc");
        assertFails(FailureKind.SOURCE_MISSING, "a", "lost");
        assertFails(FailureKind.PATH_REFUSED, "a", "../press.icc");
    }

    @Test
    void default_nameOrPath() {
        assertEquals(
                Optional.of("d/a/own.icc"), relative(lookup().findDefault(session("a"), Attributes.ICC_PROFILE_CMYK)));
        assertEquals(
                Optional.of("d/a/g/gray.icc"),
                relative(lookup().findDefault(session("a"), Attributes.ICC_PROFILE_GRAY)));
        assertEquals(
                Optional.of("d/screen.icc"), relative(lookup().findDefault(session("b"), Attributes.ICC_PROFILE_RGB)));
        assertEquals(Optional.empty(), lookup().findDefault(session("b"), Attributes.ICC_PROFILE_GRAY));
        assertEquals(
                FailureKind.UNKNOWN_PROFILE,
                assertThrows(
                                FailureException.class,
                                () -> lookup().findDefault(session("b"), Attributes.ICC_PROFILE_CMYK))
                        .failure()
                        .kind());
    }

    @Test
    void default_source_fallsBackOnTheOutputProfile() {
        assertEquals(
                Optional.of("d/screen.icc"),
                relative(lookup().findDefault(
                                session("a"), Attributes.ICC_PROFILE_SRC_RGB, Attributes.ICC_PROFILE_RGB)));
        assertEquals(
                Optional.of("d/a/own.icc"),
                relative(lookup().findDefault(
                                session("a"), Attributes.ICC_PROFILE_SRC_CMYK, Attributes.ICC_PROFILE_CMYK)));
        assertEquals(
                Optional.empty(),
                lookup().findDefault(session("b"), Attributes.ICC_PROFILE_SRC_GRAY, Attributes.ICC_PROFILE_GRAY));
    }

    private String requested(String catalog, String name) {
        return relative(lookup().requireRequested(session(catalog), ItemRef.read("icc", name)));
    }

    private void assertFails(FailureKind kind, String catalog, String name) {
        assertEquals(
                kind,
                assertThrows(FailureException.class, () -> requested(catalog, name))
                        .failure()
                        .kind(),
                name);
    }

    private Optional<String> relative(Optional<SourceFile> file) {
        return file.map(this::relative);
    }

    private String relative(SourceFile file) {
        return folder.resources().toAbsolutePath().relativize(file.path()).toString();
    }

    private Session session(String catalog) {
        return folder.store().session(catalog);
    }

    private ProfileLookup lookup() {
        return new ProfileLookup(new SourcePaths(List.of(folder.resources())));
    }
}
