package dev.vitrine.render.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.FailureKind;
import dev.vitrine.core.value.Compression;
import dev.vitrine.core.value.IccRequest.Intent;
import dev.vitrine.core.value.ImageFormat;
import dev.vitrine.core.value.JpegQuality;
import dev.vitrine.core.value.PixelType;
import dev.vitrine.core.value.Quantization;
import dev.vitrine.render.pixel.PixelBuffer;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.imaging.Imaging;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Conversions between profiles, and profiles inside of files. */
class ColorGridTest {
    private static final IccProfile PRESS = IccProfile.read(Profiles.press());
    private static final IccProfile WIDE = IccProfile.read(Profiles.wide());
    private static final IccProfile GRAY = IccProfile.read(Profiles.gray());

    private static ColorGrid grid(IccProfile from, IccProfile to, Intent intent, boolean black) {
        return ColorGrid.between(from, to, intent, black).orElseThrow();
    }

    /** What the color engine itself makes of colors, with 8 bits. */
    private static int[] exact(IccProfile from, IccProfile to, int[] rgb, int outputs) {
        WritableRaster in = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, rgb.length, 1, 3, null);
        for (int i = 0; i < rgb.length; i++) {
            in.setPixel(i, 0, new int[] {rgb[i] >> 16 & 0xff, rgb[i] >> 8 & 0xff, rgb[i] & 0xff});
        }
        WritableRaster out = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, rgb.length, 1, outputs, null);
        ICC_Profile[] chain = {ICC_Profile.getInstance(from.bytes()), ICC_Profile.getInstance(to.bytes())};
        new ColorConvertOp(chain, null).filter(in, out);
        return out.getPixels(0, 0, rgb.length, 1, (int[]) null);
    }

    @Test
    void convert_anyColor_isNearTheEnginesOwn() {
        int[] colors = new Random(4).ints(20_000, 0, 0x1000000).toArray();
        for (IccProfile to : List.of(PRESS, WIDE, GRAY)) {
            ColorGrid grid = grid(IccProfile.SRGB, to, Intent.PERCEPTUAL, false);
            int outputs = to.type() == PixelType.CMYK ? 4 : to.type() == PixelType.RGB ? 3 : 1;
            int[] expected = exact(IccProfile.SRGB, to, colors, outputs);
            int worst = 0;
            long sum = 0;
            for (int i = 0; i < colors.length; i++) {
                int got = grid.convert(colors[i] >> 16, colors[i] >> 8 & 0xff, colors[i] & 0xff);
                for (int c = 0; c < outputs; c++) {
                    int error = Math.abs((got >> (8 * (outputs - 1 - c)) & 0xff) - expected[i * outputs + c]);
                    worst = Math.max(worst, error);
                    sum += error;
                }
            }
            double mean = (double) sum / colors.length / outputs;
            assertTrue(worst <= 8 && mean < 0.4, to.type() + " worst " + worst + " mean " + mean);
        }
    }

    @Test
    void convert_anyInk_isNearTheEnginesOwn() {
        int[] inks = new Random(5).ints(20_000).toArray();
        WritableRaster in = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, inks.length, 1, 4, null);
        for (int i = 0; i < inks.length; i++) {
            in.setPixel(i, 0, new int[] {inks[i] >>> 24, inks[i] >> 16 & 255, inks[i] >> 8 & 255, inks[i] & 255});
        }
        WritableRaster out = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, inks.length, 1, 3, null);
        ICC_Profile[] chain = {ICC_Profile.getInstance(PRESS.bytes()), ICC_Profile.getInstance(IccProfile.SRGB.bytes())
        };
        new ColorConvertOp(chain, null).filter(in, out);
        int[] expected = out.getPixels(0, 0, inks.length, 1, (int[]) null);
        // by itself the engine takes the relative tables where a printer comes first
        ColorGrid grid = grid(PRESS, IccProfile.SRGB, Intent.RELATIVE, false);
        int worst = 0;
        long sum = 0;
        for (int i = 0; i < inks.length; i++) {
            int got = grid.convert(inks[i] >>> 24, inks[i] >> 16 & 255, inks[i] >> 8 & 255, inks[i] & 255);
            for (int c = 0; c < 3; c++) {
                int error = Math.abs((got >> (16 - 8 * c) & 255) - expected[3 * i + c]);
                worst = Math.max(worst, error);
                sum += error;
            }
        }
        double mean = (double) sum / inks.length / 3;
        assertTrue(worst <= 20 && mean < 0.3, "worst " + worst + " mean " + mean);
    }

    @ParameterizedTest
    @EnumSource(Intent.class)
    void convert_whiteAndBlack_meanWhatTheIntentSays(Intent intent) {
        ColorGrid grid = grid(IccProfile.SRGB, PRESS, intent, false);
        int white = grid.convert(255, 255, 255);
        int black = grid.convert(0, 0, 0);
        assertTrue((black & 0xff) > 200, Integer.toHexString(black));
        if (intent == Intent.ABSOLUTE) {
            // the screen's white is brighter than paper: no ink at all, or nearly so
            assertTrue(ink(white) < 30, Integer.toHexString(white));
        } else {
            assertTrue(ink(white) <= 2, Integer.toHexString(white));
        }
    }

    @Test
    void convert_absolute_showsTheOtherPaper() {
        // a color that both can show differs by the paper's own tint
        int relative = grid(IccProfile.SRGB, PRESS, Intent.RELATIVE, false).convert(150, 150, 150);
        int absolute = grid(IccProfile.SRGB, PRESS, Intent.ABSOLUTE, false).convert(150, 150, 150);
        assertTrue(relative != absolute);
        assertTrue(ink(absolute) < ink(relative), "paper is darker than the screen's white, so less ink is needed");
    }

    @Test
    void convert_blackPoint_keepsShadowsApart() {
        ColorGrid without = grid(IccProfile.SRGB, PRESS, Intent.RELATIVE, false);
        ColorGrid with = grid(IccProfile.SRGB, PRESS, Intent.RELATIVE, true);
        int apartWithout = ink(without.convert(0, 0, 0)) - ink(without.convert(24, 24, 24));
        int apartWith = ink(with.convert(0, 0, 0)) - ink(with.convert(24, 24, 24));
        assertTrue(apartWith > apartWithout, apartWith + " > " + apartWithout);
        assertTrue(ink(with.convert(255, 255, 255)) <= 2);
    }

    @Test
    void convert_inkWithBlackPoint_leadsPaperToWhiteAndAllInkToBlack() {
        ColorGrid ink = grid(PRESS, IccProfile.SRGB, Intent.RELATIVE, true);
        assertEquals(0xffffff, ink.convert(0, 0, 0, 0));
        assertTrue((ink.convert(255, 255, 255, 255) & 255) < 8, Integer.toHexString(ink.convert(255, 255, 255, 255)));
        ColorGrid without = grid(PRESS, IccProfile.SRGB, Intent.RELATIVE, false);
        assertTrue((without.convert(0, 0, 0, 255) & 255) > (ink.convert(0, 0, 0, 255) & 255));
    }

    @Test
    void light_keepsAlphaAndInput() {
        PixelBuffer noise = TestPictures.noise(20, 20, 1);
        int[] before = noise.argb().clone();
        PixelBuffer out = grid(IccProfile.SRGB, WIDE, Intent.RELATIVE, false).light(noise);
        for (int i = 0; i < before.length; i++) {
            assertEquals(before[i] >>> 24, out.argb()[i] >>> 24);
        }
        assertArrayEquals(before, noise.argb());
    }

    @Test
    void between_sameSpace_changesNothingMuch() {
        ColorGrid grid = grid(IccProfile.SRGB, IccProfile.SRGB, Intent.RELATIVE, true);
        for (int color : new int[] {0, 0xffffff, 0x123456, 0xfedcba, 0x808080}) {
            int got = grid.convert(color >> 16, color >> 8 & 0xff, color & 0xff);
            for (int shift = 0; shift < 24; shift += 8) {
                assertEquals(color >> shift & 0xff, got >> shift & 0xff, 1);
            }
        }
    }

    @Test
    void encode_withProfile_embedsItToTheLastByte() throws Exception {
        PixelBuffer gradient = TestPictures.gradient(40, 30);
        for (ImageFormat format : ImageFormat.values()) {
            PixelType type = format == ImageFormat.JPEG || format == ImageFormat.TIF ? PixelType.CMYK : PixelType.RGB;
            IccProfile profile = type == PixelType.CMYK ? PRESS : WIDE;
            ColorGrid grid = grid(IccProfile.SRGB, profile, Intent.RELATIVE, false);
            EncodeSettings settings = new EncodeSettings(
                    new JpegQuality(90, false),
                    300,
                    type,
                    Compression.NONE,
                    Quantization.DEFAULT,
                    new ColorOutput(Optional.of(grid), Optional.of(profile)));
            switch (format) {
                case JPEG, PJPEG, PNG, PNG_ALPHA, PNG8, PNG8_ALPHA, TIF, TIF_ALPHA ->
                    assertArrayEquals(
                            profile.bytes(),
                            Imaging.getIccProfileBytes(ReplyEncoder.encode(gradient, format, settings)),
                            format.token());
                case GIF, GIF_ALPHA, WEBP, WEBP_ALPHA ->
                    assertTrue(ReplyEncoder.encode(gradient, format, settings).length > 0);
                default -> {}
            }
        }
    }

    @Test
    void encode_withGrid_convertsThePixels() {
        PixelBuffer flat = TestPictures.flat(8, 8, 0xff3060c0);
        ColorGrid grid = grid(IccProfile.SRGB, PRESS, Intent.RELATIVE, false);
        int[] inks = grid.inks(flat);
        assertEquals(grid.convert(0x30, 0x60, 0xc0), inks[0]);
        assertTrue((inks[0] >>> 24) > (inks[0] >> 8 & 0xff), "a blue has more cyan than yellow");
        int gray =
                grid(IccProfile.SRGB, GRAY, Intent.RELATIVE, false).light(flat).argb()[0];
        assertEquals(gray & 0xff, gray >> 8 & 0xff);
        assertEquals(gray & 0xff, gray >> 16 & 0xff);
    }

    @Test
    void of_noProfileOrADamagedOne_isUnsupported() {
        byte[] good = Profiles.wide();
        for (int length : new int[] {0, 10, 131, 200, good.length - 1}) {
            assertRefused(Arrays.copyOf(good, length));
        }
        byte[] lab = good.clone();
        System.arraycopy("Lab ".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, lab, 16, 4);
        assertRefused(lab);
        byte[] outside = good.clone();
        outside[136] = 0x7f;
        assertRefused(outside);
        byte[] link = good.clone();
        System.arraycopy("link".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, link, 12, 4);
        assertRefused(link);
    }

    private static void assertRefused(byte[] bytes) {
        FailureException e = assertThrows(FailureException.class, () -> IccProfile.of(new SourceBytes("x.icc", bytes)));
        assertEquals(FailureKind.SOURCE_UNSUPPORTED, e.failure().kind());
    }

    @Test
    void between_flippedBytes_convertsOrNotButNeverThrows() {
        Random random = new Random(6);
        for (int i = 0; i < 150; i++) {
            byte[] bytes = Profiles.wide();
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            IccProfile.find(bytes)
                    .ifPresent(profile ->
                            ColorGrid.between(IccProfile.SRGB, profile, Intent.RELATIVE, random.nextBoolean()));
        }
    }

    private static int ink(int cmyk) {
        return (cmyk >>> 24) + (cmyk >> 16 & 0xff) + (cmyk >> 8 & 0xff) + (cmyk & 0xff);
    }
}
