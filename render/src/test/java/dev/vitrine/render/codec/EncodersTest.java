package dev.vitrine.render.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.FailureKind;
import dev.vitrine.core.value.Compression;
import dev.vitrine.core.value.ImageFormat;
import dev.vitrine.core.value.JpegQuality;
import dev.vitrine.core.value.PixelType;
import dev.vitrine.core.value.Quantization;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.codec.Quantizer.Transparency;
import dev.vitrine.render.pixel.PixelBuffer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract that every encoder keeps, and what each promises beyond it. */
class EncodersTest {
    private static final Set<ImageFormat> BUILT = EnumSet.of(
            ImageFormat.JPEG,
            ImageFormat.PJPEG,
            ImageFormat.PNG,
            ImageFormat.PNG_ALPHA,
            ImageFormat.PNG8,
            ImageFormat.PNG8_ALPHA,
            ImageFormat.GIF,
            ImageFormat.GIF_ALPHA,
            ImageFormat.TIF,
            ImageFormat.TIF_ALPHA,
            ImageFormat.WEBP,
            ImageFormat.WEBP_ALPHA,
            ImageFormat.PDF,
            ImageFormat.EPS);

    /** Formats for print, which nothing here reads. */
    private static final Set<ImageFormat> UNREAD = EnumSet.of(ImageFormat.PDF, ImageFormat.EPS);

    private static final int[][] SIZES = {{1, 1}, {1, 7}, {7, 1}, {15, 17}, {64, 48}, {129, 3}};
    private final Decoder decoder = new Decoder(1_000_000);

    private static EncodeSettings settings(int quality, boolean fullChroma) {
        return new EncodeSettings(new JpegQuality(quality, fullChroma), 300);
    }

    private PixelBuffer roundTrip(ImageFormat format, PixelBuffer pixels, EncodeSettings settings) {
        byte[] file = Encoders.forFormat(format).encode(pixels, settings);
        return decoder.picture(new SourceBytes("reply", file));
    }

    private static List<PixelBuffer> pictures() {
        List<PixelBuffer> out = new ArrayList<>();
        for (int[] size : SIZES) {
            out.add(TestPictures.noise(size[0], size[1], 7));
            out.add(TestPictures.flat(size[0], size[1], 0xff336699));
            out.add(TestPictures.gradient(size[0], size[1]));
        }
        return out;
    }

    @ParameterizedTest
    @EnumSource(ImageFormat.class)
    void forFormat_everyFormat_isBuiltOrNotSupported(ImageFormat format) {
        if (BUILT.contains(format)) {
            assertTrue(Encoders.forFormat(format) != null);
        } else {
            FailureException e = assertThrows(FailureException.class, () -> Encoders.forFormat(format));
            assertEquals(FailureKind.NOT_SUPPORTED, e.failure().kind());
        }
    }

    @Test
    void encode_anyPicture_keepsSizeAndIsRepeatable() {
        for (ImageFormat format : BUILT) {
            for (PixelBuffer pixels : pictures()) {
                int[] before = pixels.argb().clone();
                byte[] file = Encoders.forFormat(format).encode(pixels, settings(80, false));
                if (!UNREAD.contains(format)) {
                    assertEquals(
                            pixels.size(),
                            decoder.picture(new SourceBytes("reply", file)).size(),
                            format.token());
                }
                assertArrayEquals(file, Encoders.forFormat(format).encode(pixels, settings(80, false)));
                assertArrayEquals(before, pixels.argb(), "the input is only read");
            }
        }
    }

    @Test
    void encode_pngAlpha_isExact() {
        for (PixelBuffer pixels : pictures()) {
            PixelBuffer back = roundTrip(ImageFormat.PNG_ALPHA, pixels, settings(80, false));
            assertArrayEquals(pixels.argb(), back.argb());
        }
    }

    @Test
    void encode_png_isExactOverBlack() {
        for (PixelBuffer pixels : pictures()) {
            PixelBuffer back = roundTrip(ImageFormat.PNG, pixels, settings(80, false));
            assertArrayEquals(OverBlack.flatten(pixels), back.argb());
        }
        assertArrayEquals(new int[] {0xff000000}, OverBlack.flatten(TestPictures.flat(1, 1, 0x00ffffff)));
        assertArrayEquals(new int[] {0xff804000}, OverBlack.flatten(TestPictures.flat(1, 1, 0x80ff8000)));
    }

    @Test
    void encode_palette_isWhatWasQuantized() {
        Quantization settings = Quantization.DEFAULT;
        for (ImageFormat format :
                List.of(ImageFormat.PNG8, ImageFormat.PNG8_ALPHA, ImageFormat.GIF, ImageFormat.GIF_ALPHA)) {
            for (PixelBuffer pixels : pictures()) {
                Transparency transparency = !format.hasAlpha()
                        ? Transparency.NONE
                        : format == ImageFormat.GIF_ALPHA ? Transparency.KEY : Transparency.SMOOTH;
                Indexed few = new Quantizer(settings, transparency).quantize(pixels);
                int[] back = roundTrip(format, pixels, settings(80, false)).argb();
                for (int i = 0; i < back.length; i++) {
                    int expected = few.palette()[few.indexes()[i] & 0xff];
                    assertEquals(expected >>> 24, back[i] >>> 24, format.token());
                    if (expected != 0) {
                        assertEquals(expected, back[i], format.token());
                    }
                }
            }
        }
    }

    @Test
    void encode_webpLossless_isExactWhereItShows() {
        EncodeSettings lossless = new EncodeSettings(
                new JpegQuality(80, false), 72, PixelType.RGB, Compression.LOSSLESS, Quantization.DEFAULT);
        for (PixelBuffer pixels : pictures()) {
            int[] flat = roundTrip(ImageFormat.WEBP, pixels, lossless).argb();
            assertArrayEquals(OverBlack.flatten(pixels), flat);
            int[] back = roundTrip(ImageFormat.WEBP_ALPHA, pixels, lossless).argb();
            for (int i = 0; i < back.length; i++) {
                assertEquals(pixels.argb()[i] >>> 24, back[i] >>> 24);
                if (back[i] >>> 24 != 0) {
                    assertEquals(pixels.argb()[i], back[i]);
                }
            }
        }
    }

    @Test
    void encode_webpLossy_staysNear() {
        PixelBuffer gradient = TestPictures.gradient(64, 48);
        for (ImageFormat format : List.of(ImageFormat.WEBP, ImageFormat.WEBP_ALPHA)) {
            assertTrue(worst(gradient, roundTrip(format, gradient, settings(95, false))) <= 16);
        }
        int small = Encoders.forFormat(ImageFormat.WEBP).encode(gradient, settings(20, false)).length;
        int large = Encoders.forFormat(ImageFormat.WEBP).encode(gradient, settings(100, false)).length;
        assertTrue(small < large, small + " < " + large);
    }

    @Test
    void encode_webpTooWide_isNotSupported() {
        PixelBuffer wide = TestPictures.flat(16384, 1, 0xff000000);
        FailureException e = assertThrows(
                FailureException.class,
                () -> Encoders.forFormat(ImageFormat.WEBP).encode(wide, settings(80, false)));
        assertEquals(FailureKind.NOT_SUPPORTED, e.failure().kind());
    }

    @Test
    void encode_png8OfFewColors_packsPixels() {
        PixelBuffer two = TestPictures.flat(80, 50, 0xffffffff);
        two.argb()[7] = 0xff000000;
        byte[] file = Encoders.forFormat(ImageFormat.PNG8).encode(two, settings(80, false));
        assertEquals(1, file[24], "bits a pixel");
        assertTrue(file.length < 200, file.length + " bytes");
    }

    @Test
    void encode_jpegOfSmoothPictures_staysNear() {
        for (ImageFormat format : List.of(ImageFormat.JPEG, ImageFormat.PJPEG)) {
            for (boolean fullChroma : new boolean[] {true, false}) {
                PixelBuffer flat = TestPictures.flat(33, 17, 0xff336699);
                assertTrue(worst(flat, roundTrip(format, flat, settings(95, fullChroma))) <= 3);
                PixelBuffer gradient = TestPictures.gradient(64, 48);
                assertTrue(worst(gradient, roundTrip(format, gradient, settings(95, fullChroma))) <= 12);
            }
        }
    }

    @Test
    void encode_jpeg_saysSamplingProcessAndDensity() {
        PixelBuffer pixels = TestPictures.gradient(64, 48);
        byte[] baseline = Encoders.forFormat(ImageFormat.JPEG).encode(pixels, settings(80, false));
        byte[] progressive = Encoders.forFormat(ImageFormat.PJPEG).encode(pixels, settings(80, true));
        assertEquals(0x22, firstSampling(baseline, 0xc0));
        assertEquals(0x11, firstSampling(progressive, 0xc2));
        assertEquals("JFIF", new String(baseline, 6, 4, java.nio.charset.StandardCharsets.US_ASCII));
        assertArrayEquals(new byte[] {1, 1, 44, 1, 44}, java.util.Arrays.copyOfRange(baseline, 13, 18));
    }

    @Test
    void encode_jpegQuality_costsBytes() {
        PixelBuffer noise = TestPictures.noise(64, 64, 3);
        int small = Encoders.forFormat(ImageFormat.JPEG).encode(noise, settings(30, false)).length;
        int large = Encoders.forFormat(ImageFormat.JPEG).encode(noise, settings(95, true)).length;
        assertTrue(small * 2 < large, small + " < " + large);
    }

    @Test
    void rasterEncoder_anySamples_areExact() {
        java.util.Random random = new java.util.Random(5);
        for (int channels : new int[] {1, 3, 4}) {
            short[] samples = new short[13 * 7 * channels];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (short) random.nextInt();
            }
            byte[] file = RasterEncoder.samples16(13, 7, channels, samples);
            Raster16 back = (Raster16) decoder.raster(new SourceBytes("raster", file));
            assertEquals(channels, back.channels());
            assertArrayEquals(samples, back.samples());
        }
        byte[] gray = new byte[13 * 7];
        random.nextBytes(gray);
        Raster16 back = (Raster16) decoder.raster(new SourceBytes("mask", RasterEncoder.gray8(13, 7, gray)));
        for (int i = 0; i < gray.length; i++) {
            assertEquals((gray[i] & 0xff) * 257, back.samples()[i] & 0xffff);
        }
    }

    @Test
    void size_ofEncoded_readsTheHeaderOnly() {
        byte[] file = Encoders.forFormat(ImageFormat.PNG).encode(TestPictures.gradient(31, 9), settings(80, false));
        assertEquals(new Size(31, 9), decoder.size(new SourceBytes("x", java.util.Arrays.copyOf(file, 40))));
    }

    private static int firstSampling(byte[] jpeg, int frame) {
        for (int i = 0; i < jpeg.length - 11; i++) {
            if ((jpeg[i] & 0xff) == 0xff && (jpeg[i + 1] & 0xff) == frame) {
                return jpeg[i + 11];
            }
        }
        return -1;
    }

    private static int worst(PixelBuffer a, PixelBuffer b) {
        int worst = 0;
        for (int i = 0; i < a.argb().length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                worst = Math.max(worst, Math.abs((a.argb()[i] >> shift & 0xff) - (b.argb()[i] >> shift & 0xff)));
            }
        }
        return worst;
    }
}
