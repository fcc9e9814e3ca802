package dev.vitrine.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.catalog.resolve.ProfileSource;
import dev.vitrine.catalog.resolve.ReplyColors;
import dev.vitrine.catalog.resolve.ReplyEncoding;
import dev.vitrine.catalog.resolve.SourceColors;
import dev.vitrine.catalog.resolve.SourceFile;
import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.FailureKind;
import dev.vitrine.core.value.Compression;
import dev.vitrine.core.value.IccRequest.Intent;
import dev.vitrine.core.value.JpegQuality;
import dev.vitrine.core.value.PixelType;
import dev.vitrine.core.value.Quantization;
import dev.vitrine.core.value.ReplyFormat;
import dev.vitrine.render.Colorist.Colors;
import dev.vitrine.render.cache.ByteBoundedCache;
import dev.vitrine.render.codec.ColorOutput;
import dev.vitrine.render.codec.ColorWay;
import dev.vitrine.render.codec.IccProfile;
import dev.vitrine.render.codec.Profiles;
import dev.vitrine.render.codec.SourceBytes;
import dev.vitrine.render.pixel.PixelBuffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColoristTest {
    private static final Optional<ProfileSource> NONE = Optional.empty();
    private static final Optional<ProfileSource> SRGB = Optional.of(new ProfileSource("sRGB", Optional.empty()));

    @TempDir
    Path temp;

    private final Colorist colorist = new Colorist(new ByteBoundedCache(10_000_000));

    private Optional<ProfileSource> file(String name, byte[] bytes) throws IOException {
        Path path = Files.write(temp.resolve(name), bytes);
        return Optional.of(new ProfileSource(name, Optional.of(new SourceFile(name, path, bytes.length, 1))));
    }

    private static ReplyEncoding encoding(
            String format, Optional<ProfileSource> working, Optional<ProfileSource> output, boolean asked) {
        return new ReplyEncoding(
                ReplyFormat.read("fmt", format),
                new JpegQuality(80, false),
                Compression.NONE,
                Quantization.DEFAULT,
                new ReplyColors(working, output, asked, Optional.of(Intent.RELATIVE), false, true),
                0);
    }

    private Colors colors(ReplyEncoding encoding) {
        return colorist.colors(encoding, Optional.empty());
    }

    private static String embedded(Colors colors) {
        return colors.output().embedded().map(IccProfile::id).orElse("none");
    }

    @Test
    void colors_noProfileAtAll_isPlainEvenIfOneIsToBeEmbedded() {
        for (String format : new String[] {"png", "jpeg,gray", "tif,cmyk"}) {
            assertEquals(
                    ColorOutput.PLAIN,
                    colors(encoding(format, NONE, NONE, false)).output());
        }
        assertEquals(
                PixelType.CMYK, colors(encoding("tif,cmyk", NONE, NONE, false)).type());
    }

    @Test
    void colors_askedWithoutWorkingSpace_takesPicturesAsSrgb() throws IOException {
        Colors same = colors(encoding("png", NONE, SRGB, true));
        assertTrue(same.output().grid().isEmpty());
        assertEquals(IccProfile.SRGB.id(), embedded(same));
        Colors press = colors(encoding("tif-alpha", NONE, file("press.icc", Profiles.press()), true));
        assertEquals(PixelType.CMYK, press.type());
        assertTrue(press.dropsAlpha());
        assertTrue(press.output().grid().isPresent());
        assertEquals(IccProfile.of(new SourceBytes("x", Profiles.press())).id(), embedded(press));
    }

    @Test
    void colors_ofTheCatalog_needAWorkingSpace() throws IOException {
        Optional<ProfileSource> press = file("press.icc", Profiles.press());
        assertTrue(
                colors(encoding("tif,cmyk", NONE, press, false)).output().grid().isEmpty());
        assertTrue(
                colors(encoding("tif,cmyk", SRGB, press, false)).output().grid().isPresent());
        assertEquals(IccProfile.SRGB.id(), embedded(colors(encoding("png", SRGB, NONE, false))));
        assertEquals("none", embedded(colors(encoding("jpeg,gray", SRGB, NONE, false))));
    }

    @Test
    void colors_sceneWithAProfile_isInItsOwnSpace() {
        Colors colors = colorist.colors(
                encoding("png", SRGB, SRGB, false), Optional.of(new SourceBytes("scene:wide.icc", Profiles.wide())));
        assertTrue(colors.output().grid().isPresent());
        Colors kept = colorist.colors(
                encoding("png", SRGB, NONE, false), Optional.of(new SourceBytes("scene:wide.icc", Profiles.wide())));
        assertTrue(kept.output().grid().isEmpty());
        assertEquals(IccProfile.of(new SourceBytes("x", Profiles.wide())).id(), embedded(kept));
    }

    @Test
    void colors_again_shareTheGrid() throws IOException {
        ReplyEncoding encoding = encoding("tif,cmyk", SRGB, file("press.icc", Profiles.press()), false);
        assertSame(
                colors(encoding).output().grid().orElseThrow(),
                colors(encoding).output().grid().orElseThrow());
    }

    @Test
    void into_pictureOfAnotherSpace_isConvertedByItsOwnProfile() {
        IccProfile wide = IccProfile.of(new SourceBytes("wide", Profiles.wide()));
        IccProfile gray = IccProfile.of(new SourceBytes("gray", Profiles.gray()));
        PixelBuffer green = new PixelBuffer(1, 1, new int[] {0x8040a040});
        int converted = colorist.into(IccProfile.SRGB, Optional.of(wide), green).at(0, 0);
        assertTrue((converted >> 16 & 0xff) < 0x40, "the same green needs less red in a smaller space");
        assertEquals(0x80, converted >>> 24);
        assertSame(green, colorist.into(IccProfile.SRGB, Optional.empty(), green));
        assertSame(green, colorist.into(IccProfile.SRGB, Optional.of(IccProfile.SRGB), green));
        int middle = colorist.into(IccProfile.SRGB, Optional.of(gray), new PixelBuffer(1, 1, new int[] {0xff808080}))
                .at(0, 0);
        assertEquals(0x80, middle & 0xff, 3);
        assertEquals(middle & 0xff, middle >> 16 & 0xff, 1);
    }

    @Test
    void way_ofAFile_isByItsOwnProfileElseByTheCatalogsForItsType() throws IOException {
        IccProfile wide = IccProfile.of(new SourceBytes("wide", Profiles.wide()));
        IccProfile gray = IccProfile.of(new SourceBytes("gray", Profiles.gray()));
        ColorWay way = colorist.way(
                IccProfile.SRGB,
                new SourceColors(
                        NONE,
                        Map.of(
                                PixelType.CMYK,
                                        file("press.icc", Profiles.press()).orElseThrow(),
                                PixelType.GRAY, SRGB.orElseThrow()),
                        Optional.of(Intent.RELATIVE),
                        true));
        assertTrue(way.of(PixelType.RGB, () -> Optional.of(wide)).isPresent());
        assertTrue(way.of(PixelType.RGB, () -> Optional.empty()).isEmpty(), "none is assumed");
        assertTrue(way.of(PixelType.RGB, () -> Optional.of(gray)).isEmpty(), "a profile of something else");
        assertTrue(way.of(PixelType.RGB, () -> Optional.of(IccProfile.SRGB)).isEmpty(), "it is there already");
        assertTrue(way.of(PixelType.GRAY, () -> Optional.of(gray)).isPresent());
        assertTrue(way.of(PixelType.GRAY, () -> Optional.empty()).isEmpty(), "what is assumed is no profile of gray");
        assertTrue(way.of(PixelType.CMYK, () -> Optional.empty()).isPresent());
    }

    @Test
    void colors_profileOfAnotherType_fails() throws IOException {
        Optional<ProfileSource> gray = file("gray.icc", Profiles.gray());
        assertFails(FailureKind.BAD_VALUE, encoding("jpeg,cmyk", NONE, gray, true));
        assertFails(FailureKind.SOURCE_UNSUPPORTED, encoding("jpeg,cmyk", SRGB, gray, false));
        assertFails(FailureKind.SOURCE_UNSUPPORTED, encoding("jpeg", NONE, file("x.icc", new byte[200]), true));
    }

    private void assertFails(FailureKind kind, ReplyEncoding encoding) {
        FailureException e = assertThrows(FailureException.class, () -> colors(encoding));
        assertEquals(kind, e.failure().kind());
    }
}
