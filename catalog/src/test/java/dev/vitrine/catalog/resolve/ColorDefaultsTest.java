package dev.vitrine.catalog.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vitrine.catalog.CatalogFolder;
import dev.vitrine.catalog.store.Session;
import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.FailureKind;
import dev.vitrine.core.request.CommandValues;
import dev.vitrine.core.request.RenderCommands;
import dev.vitrine.core.value.IccRequest;
import dev.vitrine.core.value.IccRequest.Intent;
import dev.vitrine.core.value.PixelType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColorDefaultsTest {
    @TempDir
    Path temp;

    private CatalogFolder folder;

    @BeforeEach
    void makeFolder() {
        folder = new CatalogFolder(temp)
                .file("default.ini", CatalogFolder.DEFAULTS + "RootPath=d\n")
                .file("plain.ini", "RootId=plain\n")
                .file("a.ini", """
                        RootId=a
                        RootPath=a
                        IccProfileMapFile=ai.txt
                        IccProfileRgb=wide
                        IccProfileCmyk=press
                        IccProfileSrcRgb=camera
                        IccRenderIntent=0
                        IccBlackPointCompensation=1
                        """)
                .file("own.ini", "RootId=own\nIccProfileMapFile=oi.txt\nIccProfileRgb=sRGB\n")
                .table("ai.txt", "Name|ProfilePath\nwide|w.icc\npress|p.icc\ncamera|c.icc\n")
                .table("oi.txt", "Name|ProfilePath\nsRGB|mine.icc\n")
                .sources("d/a/w.icc", "d/a/p.icc", "d/a/c.icc", "d/mine.icc");
    }

    private ReplyColors colors(String catalog, String icc, Optional<PixelType> type) {
        CommandValues.Builder view = CommandValues.builder();
        if (!icc.isEmpty()) {
            view.put(RenderCommands.ICC, IccRequest.read("icc", icc));
        }
        Session session = folder.store().session(catalog);
        SourcePaths paths = new SourcePaths(List.of(folder.resources()));
        return new ColorDefaults(new ProfileLookup(paths)).colors(session, view.build(), type);
    }

    private static Optional<String> file(Optional<ProfileSource> source) {
        return source.map(
                s -> s.file().map(f -> f.path().getFileName().toString()).orElse("built in " + s.name()));
    }

    @Test
    void colors_nothingNamed_isPlain() {
        assertEquals(ReplyColors.PLAIN, colors("plain", "", Optional.empty()));
    }

    @Test
    void colors_ofTheCatalog_byPixelType() {
        ReplyColors rgb = colors("a", "", Optional.empty());
        assertEquals(Optional.of("w.icc"), file(rgb.output()));
        assertEquals(Optional.of("c.icc"), file(rgb.working()));
        assertEquals(Optional.of(Intent.PERCEPTUAL), rgb.intent());
        assertEquals(true, rgb.blackPoint());
        assertEquals(false, rgb.asked());
        assertEquals(
                Optional.of("p.icc"),
                file(colors("a", "", Optional.of(PixelType.CMYK)).output()));
        assertEquals(
                Optional.empty(), colors("a", "", Optional.of(PixelType.GRAY)).output());
    }

    @Test
    void colors_asked_winOverTheCatalogs() {
        ReplyColors asked = colors("a", "press,absolute,0", Optional.empty());
        assertEquals(Optional.of("p.icc"), file(asked.output()));
        assertEquals(Optional.of(Intent.ABSOLUTE), asked.intent());
        assertEquals(false, asked.blackPoint());
        assertEquals(true, asked.asked());
    }

    private SourceColors sources(String catalog) {
        SourcePaths paths = new SourcePaths(List.of(folder.resources()));
        return new ColorDefaults(new ProfileLookup(paths))
                .sources(folder.store().session(catalog));
    }

    @Test
    void sources_ofTheCatalog_areThoseForSourcesElseThoseForReplies() {
        SourceColors found = sources("a");
        assertEquals(Set.of(PixelType.RGB, PixelType.CMYK), found.assumed().keySet());
        assertEquals("camera", found.assumed().get(PixelType.RGB).name());
        assertEquals("press", found.assumed().get(PixelType.CMYK).name());
        assertEquals(Optional.of(Intent.PERCEPTUAL), found.intent());
        assertEquals(true, found.blackPoint());
        assertEquals(Map.of(), sources("plain").assumed());
        folder.file("lost.ini", "RootId=lost\nIccProfileCmyk=gone\nIccProfileSrcGray=gone\nIccProfileRgb=sRGB\n");
        assertEquals(Set.of(PixelType.RGB), sources("lost").assumed().keySet());
    }

    @Test
    void colors_srgb_isBuiltInUnlessTheCatalogHasOne() {
        assertEquals(
                Optional.of("built in sRGB"),
                file(colors("plain", "sRGB", Optional.empty()).output()));
        assertEquals(
                Optional.of("mine.icc"),
                file(colors("own", "sRGB", Optional.empty()).output()));
        assertEquals(
                Optional.of("mine.icc"),
                file(colors("own", "", Optional.empty()).working()));
    }

    @Test
    void colors_adobeRgb_isBuiltIn() {
        for (String name : new String[] {"AdobeRGB", "Adobe RGB (1998)"}) {
            assertEquals(
                    Optional.of("built in AdobeRGB"),
                    file(colors("plain", name, Optional.empty()).output()));
        }
    }

    @Test
    void colors_unknownProfile_fails() {
        FailureException e = assertThrows(FailureException.class, () -> colors("plain", "nothing", Optional.empty()));
        assertEquals(FailureKind.UNKNOWN_PROFILE, e.failure().kind());
    }
}
