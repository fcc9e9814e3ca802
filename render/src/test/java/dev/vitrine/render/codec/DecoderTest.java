package dev.vitrine.render.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.FailureKind;
import dev.vitrine.core.value.ImageFormat;
import dev.vitrine.core.value.JpegQuality;
import dev.vitrine.core.value.PixelType;
import dev.vitrine.render.pixel.PixelBuffer;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;

class DecoderTest {
    private static final int PIXELS = 100_000;
    private final Decoder decoder = new Decoder(PIXELS);

    private static SourceBytes file(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            assertTrue(ImageIO.write(image, format, stream), format);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return new SourceBytes("test." + format, out.toByteArray());
    }

    private static BufferedImage gray(int type, int... samples) {
        BufferedImage image = new BufferedImage(samples.length, 1, type);
        image.getRaster().setPixels(0, 0, samples.length, 1, samples);
        return image;
    }

    private static SourceBytes jpeg(ImageFormat format) {
        EncodeSettings settings = new EncodeSettings(new JpegQuality(90, false), 72);
        byte[] data = Encoders.forFormat(format).encode(TestPictures.gradient(40, 30), settings);
        return new SourceBytes("test.jpg", data);
    }

    @Test
    void typed_everyKind_tellsWhatTheFileHolds() {
        SourceBytes png = file(gray(BufferedImage.TYPE_BYTE_GRAY, 0, 64, 128, 255), "png");
        assertEquals(PixelType.GRAY, decoder.typed(png).type());
        assertArrayEquals(
                decoder.picture(png).argb(), decoder.typed(png).pixels().argb());
        assertEquals(PixelType.RGB, decoder.typed(jpeg(ImageFormat.JPEG)).type());
    }

    @Test
    void picture_grayPng_keepsItsNumbers() {
        SourceBytes png = file(gray(BufferedImage.TYPE_BYTE_GRAY, 0, 64, 128, 255), "png");
        assertArrayEquals(
                new int[] {0xff000000, 0xff404040, 0xff808080, 0xffffffff},
                decoder.picture(png).argb());
        Raster raster = decoder.raster(png);
        assertEquals(1, raster.channels());
        assertEquals(64 * 257, raster.level(1, 0, 0));
        assertEquals(64 / 255f, raster.value(1, 0, 0), 1e-7);
    }

    @Test
    void picture_gray16Png_isRounded() {
        SourceBytes png = file(gray(BufferedImage.TYPE_USHORT_GRAY, 0, 0x4080, 0x8080, 65535), "png");
        assertArrayEquals(
                new int[] {0xff000000, 0xff404040, 0xff808080, 0xffffffff},
                decoder.picture(png).argb());
        assertEquals(0x4080, decoder.raster(png).level(1, 0, 0));
    }

    @Test
    void picture_fewBitsGray_fillsTheScale() {
        byte[] levels = {0, (byte) 85, (byte) 170, (byte) 255};
        IndexColorModel model = new IndexColorModel(2, 4, levels, levels, levels);
        BufferedImage image = new BufferedImage(4, 1, BufferedImage.TYPE_BYTE_BINARY, model);
        image.getRaster().setPixels(0, 0, 4, 1, new int[] {0, 1, 2, 3});
        SourceBytes png = file(image, "png");
        assertArrayEquals(
                new int[] {0xff000000, 0xff555555, 0xffaaaaaa, 0xffffffff},
                decoder.picture(png).argb());
        assertEquals(1, decoder.raster(png).channels());
        assertEquals(85 * 257, decoder.raster(png).level(1, 0, 0));
    }

    @Test
    void picture_paletteWithTransparency_isLookedUp() {
        byte[] red = {10, (byte) 200, 30};
        byte[] green = {20, 100, (byte) 250};
        byte[] blue = {30, 50, 0};
        byte[] alpha = {(byte) 255, (byte) 128, 0};
        IndexColorModel model = new IndexColorModel(8, 3, red, green, blue, alpha);
        BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_INDEXED, model);
        image.getRaster().setPixels(0, 0, 3, 1, new int[] {0, 1, 2});
        int[] want = {0xff0a141e, 0x80c86432, 0x001efa00};
        assertArrayEquals(want, decoder.picture(file(image, "png")).argb());
    }

    @Test
    void picture_gif_readsTheFirstFrame() {
        BufferedImage image = new BufferedImage(9, 8, BufferedImage.TYPE_BYTE_INDEXED);
        image.setRGB(0, 0, 0xffff0000);
        image.setRGB(8, 7, 0xff0000ff);
        PixelBuffer picture = decoder.picture(file(image, "gif"));
        assertEquals(0xffff0000, picture.at(0, 0));
        assertEquals(0xff000000, picture.at(4, 4));
        assertEquals(0xff0000ff, picture.at(8, 7));
    }

    @Test
    void picture_bmp_isExact() {
        BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_3BYTE_BGR);
        image.setRGB(2, 1, 0xff123456);
        assertEquals(0xff123456, decoder.picture(file(image, "bmp")).at(2, 1));
    }

    @Test
    void picture_grayJpeg_keepsItsNumbers() {
        int[] samples = new int[64];
        Arrays.fill(samples, 64);
        PixelBuffer picture = decoder.picture(file(gray(BufferedImage.TYPE_BYTE_GRAY, samples), "jpg"));
        assertEquals(0xff404040, picture.at(10, 0));
    }

    @Test
    void picture_tiffs_areExact() {
        SourceBytes rgb = new TiffFile(2, 1, 3, 8).bytes(1, 2, 3, 250, 251, 252).build();
        assertArrayEquals(
                new int[] {0xff010203, 0xfffafbfc}, decoder.picture(rgb).argb());
        SourceBytes gray = new TiffFile(2, 1, 1, 8).bytes(64, 200).build();
        assertArrayEquals(
                new int[] {0xff404040, 0xffc8c8c8}, decoder.picture(gray).argb());
        SourceBytes whiteIsZero =
                new TiffFile(2, 1, 1, 8).photometric(0).bytes(64, 200).build();
        assertArrayEquals(
                new int[] {0xffbfbfbf, 0xff373737}, decoder.picture(whiteIsZero).argb());
        SourceBytes deep = new TiffFile(1, 1, 3, 16).shorts(0, 0x8080, 65535).build();
        assertArrayEquals(new int[] {0xff0080ff}, decoder.picture(deep).argb());
        SourceBytes cmyk = new TiffFile(2, 1, 4, 8)
                .photometric(5)
                .bytes(255, 0, 0, 0, 0, 0, 0, 128)
                .build();
        assertArrayEquals(
                new int[] {0xff00ffff, 0xff7f7f7f}, decoder.picture(cmyk).argb());
    }

    @Test
    void picture_tiffAlpha_isStraightWhateverTheFileSays() {
        TiffFile tiff = new TiffFile(1, 1, 4, 8).bytes(100, 50, 25, 128);
        assertArrayEquals(
                new int[] {0x80643219}, decoder.picture(tiff.extra(2).build()).argb());
        assertArrayEquals(
                new int[] {0x80c76432}, decoder.picture(tiff.extra(1).build()).argb());
    }

    @Test
    void raster_tiffs_areExact() {
        SourceBytes deep =
                new TiffFile(2, 1, 3, 16).shorts(1, 2, 3, 40000, 50000, 60000).build();
        Raster16 integers = (Raster16) decoder.raster(deep);
        assertArrayEquals(new short[] {1, 2, 3, (short) 40000, (short) 50000, (short) 60000}, integers.samples());
        SourceBytes real =
                new TiffFile(2, 1, 3, 32).floats(-1.5f, 78.25f, 1, 0, 0.5f, 2).build();
        RasterFloat floats = (RasterFloat) decoder.raster(real);
        assertArrayEquals(new float[] {-1.5f, 78.25f, 1, 0, 0.5f, 2}, floats.samples());
        assertEquals(32768, floats.level(1, 0, 1));
    }

    @Test
    void picture_cmykJpeg_isRecognizable() throws IOException {
        assertEquals(0xff00ffff, decoder.picture(cmykJpeg(0, 255, 255, 255)).at(3, 3));
        assertEquals(0xffffffff, decoder.picture(cmykJpeg(255, 255, 255, 255)).at(3, 3));
        assertEquals(0xff000000, decoder.picture(cmykJpeg(255, 255, 255, 0)).at(3, 3));
    }

    /** A flat JPEG of four components with an Adobe segment: its numbers are inverted inks. */
    private static SourceBytes cmykJpeg(int... inverted) throws IOException {
        WritableRaster raster = java.awt.image.Raster.createInterleavedRaster(0, 8, 8, 4, null);
        for (int i = 0; i < 64; i++) {
            raster.setPixel(i % 8, i / 8, inverted);
        }
        javax.imageio.ImageWriter writer =
                ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new javax.imageio.IIOImage(raster, null, null), null);
        }
        byte[] plain = out.toByteArray();
        byte[] adobe = {(byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
        ByteArrayOutputStream marked = new ByteArrayOutputStream();
        marked.write(plain, 0, 2);
        marked.writeBytes(adobe);
        marked.write(plain, 2, plain.length - 2);
        return new SourceBytes("cmyk.jpg", marked.toByteArray());
    }

    @Test
    void picture_jpegWithBrokenProfile_ignoresIt() {
        SourceBytes good = jpeg(ImageFormat.JPEG);
        byte[] segment = "\u00ff\u00e2\0\u0014ICC_PROFILE\0\u0001\u0001junk!!".getBytes(StandardCharsets.ISO_8859_1);
        byte[] data = new byte[good.data().length + 22];
        System.arraycopy(good.data(), 0, data, 0, 2);
        System.arraycopy(segment, 0, data, 2, 22);
        System.arraycopy(good.data(), 2, data, 24, good.data().length - 2);
        assertArrayEquals(
                decoder.picture(good).argb(),
                decoder.picture(new SourceBytes("icc.jpg", data)).argb());
    }

    @Test
    void picture_wrongOrUnknownContent_isAFailure() {
        assertFails(FailureKind.SOURCE_UNSUPPORTED, new SourceBytes("x", "<svg/>".getBytes(StandardCharsets.UTF_8)));
        assertFails(FailureKind.SOURCE_UNSUPPORTED, new SourceBytes("x", new byte[0]));
        assertFails(FailureKind.SOURCE_DAMAGED, new SourceBytes("x", new byte[] {'B', 'M'}));
        FailureException e = assertThrows(FailureException.class, () -> decoder.raster(jpeg(ImageFormat.JPEG)));
        assertEquals(FailureKind.SOURCE_UNSUPPORTED, e.failure().kind());
    }

    @Test
    void picture_pngWithWrongChecksum_isAFailure() {
        byte[] png = file(gray(BufferedImage.TYPE_BYTE_GRAY, 1, 2, 3), "png").data();
        png[png.length - 14]++;
        assertFails(FailureKind.SOURCE_DAMAGED, new SourceBytes("x.png", png));
    }

    @Test
    void picture_hugeDeclaredSizes_areRefusedBeforePixels() {
        byte[] png = file(gray(BufferedImage.TYPE_BYTE_GRAY, 1), "png").data();
        png[18] = 0x40;
        png[22] = 0x40;
        CRC32 sum = new CRC32();
        sum.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());
        assertFails(FailureKind.SOURCE_TOO_LARGE, new SourceBytes("bomb.png", png));
        byte[] bmp = file(new BufferedImage(1, 1, BufferedImage.TYPE_3BYTE_BGR), "bmp")
                .data();
        bmp[19] = 0x40;
        bmp[23] = 0x40;
        assertFails(FailureKind.SOURCE_DAMAGED, new SourceBytes("bomb.bmp", bmp));
        byte[] gif = file(new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_INDEXED), "gif")
                .data();
        gif[7] = (byte) 0xff;
        gif[9] = (byte) 0xff;
        assertFails(FailureKind.SOURCE_TOO_LARGE, new SourceBytes("bomb.gif", gif));
        SourceBytes tiff = new TiffFile(65535, 65535, 1, 8).bytes(1).build();
        assertFails(FailureKind.SOURCE_TOO_LARGE, tiff);
    }

    @Test
    void picture_jpegOfManyScans_isRefused() {
        byte[] good = jpeg(ImageFormat.PJPEG).data();
        int scan = lastIndexOf(good, 0xda);
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.write(good, 0, good.length - 2);
        for (int i = 0; i < 100; i++) {
            bomb.write(good, scan, good.length - 2 - scan);
        }
        bomb.write(good, good.length - 2, 2);
        assertFails(FailureKind.SOURCE_TOO_LARGE, new SourceBytes("scans.jpg", bomb.toByteArray()));
    }

    private static int lastIndexOf(byte[] data, int marker) {
        for (int i = data.length - 2; i > 0; i--) {
            if ((data[i] & 0xff) == 0xff && (data[i + 1] & 0xff) == marker) {
                return i;
            }
        }
        throw new AssertionError("no marker");
    }

    private static Map<String, SourceBytes> everyFormat() {
        Map<String, SourceBytes> files = new LinkedHashMap<>();
        BufferedImage rgb = new BufferedImage(20, 15, BufferedImage.TYPE_3BYTE_BGR);
        BufferedImage rgba = ImageTypeSpecifier.createFromBufferedImageType(BufferedImage.TYPE_4BYTE_ABGR)
                .createBufferedImage(20, 15);
        files.put("png", file(rgba, "png"));
        files.put("gif", file(new BufferedImage(20, 15, BufferedImage.TYPE_BYTE_INDEXED), "gif"));
        files.put("bmp", file(rgb, "bmp"));
        files.put("jpg", jpeg(ImageFormat.JPEG));
        files.put("pjpg", jpeg(ImageFormat.PJPEG));
        files.put("tif", new TiffFile(4, 4, 3, 8).bytes(new int[48]).build());
        EncodeSettings settings = new EncodeSettings(new JpegQuality(90, false), 72);
        files.put(
                "webp",
                new SourceBytes(
                        "x.webp",
                        Encoders.forFormat(ImageFormat.WEBP_ALPHA).encode(TestPictures.noise(20, 15, 1), settings)));
        return files;
    }

    @Test
    void picture_cutShort_isAFailure() {
        everyFormat().forEach((name, good) -> {
            int[] before = decoder.picture(good).argb();
            for (int length = 0; length < good.data().length - 12; length += 1 + length / 7) {
                SourceBytes cut = new SourceBytes(name, Arrays.copyOf(good.data(), length));
                assertThrows(FailureException.class, () -> decoder.picture(cut), name + " of " + length(cut));
            }
            assertArrayEquals(before, decoder.picture(good).argb());
        });
    }

    private static int length(SourceBytes source) {
        return source.data().length;
    }

    @Test
    void picture_flippedBytes_readsOrFailsButNeverThrowsAnythingElse() {
        Random random = new Random(20);
        int[] failed = {0};
        everyFormat().forEach((name, good) -> {
            for (int i = 0; i < 150; i++) {
                byte[] data = good.data().clone();
                for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                    data[random.nextInt(data.length)] ^= (byte) (1 << random.nextInt(8));
                }
                try {
                    assertTrue(
                            decoder.picture(new SourceBytes(name, data)).size().pixels() <= PIXELS);
                } catch (FailureException e) {
                    failed[0]++;
                }
            }
        });
        assertTrue(failed[0] > 20, "only " + failed[0] + " failures: are the flips reaching the decoders?");
    }

    private void assertFails(FailureKind kind, SourceBytes source) {
        FailureException e = assertThrows(FailureException.class, () -> decoder.picture(source), source.name());
        assertEquals(kind, e.failure().kind(), e.getMessage());
    }
}
