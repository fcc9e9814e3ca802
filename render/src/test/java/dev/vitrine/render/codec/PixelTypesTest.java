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
import dev.vitrine.render.pixel.PixelBuffer;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import org.apache.commons.imaging.ImageInfo;
import org.apache.commons.imaging.Imaging;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** TIFF, and replies in gray and ink, read back by other people's readers. */
class PixelTypesTest {
    private static final String JDK_TIFF = "com.sun.imageio.plugins.tiff.TIFFImageReaderSpi";
    private static final String OTHER_TIFF = "com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi";
    private static final Compression[] LOSSLESS = {Compression.NONE, Compression.LZW, Compression.ZIP};

    private final Decoder decoder = new Decoder(1_000_000);

    private static EncodeSettings settings(PixelType type, Compression compression) {
        return new EncodeSettings(new JpegQuality(95, true), 300, type, compression, Quantization.DEFAULT);
    }

    private static byte[] file(PixelBuffer pixels, ImageFormat format, PixelType type, Compression compression) {
        return ReplyEncoder.encode(pixels, format, settings(type, compression));
    }

    private PixelBuffer decoded(byte[] file) {
        return decoder.picture(new SourceBytes("reply", file));
    }

    /** All samples of a file, as they are stored. */
    private static int[] samples(String provider, byte[] file) throws Exception {
        ImageReaderSpi spi =
                (ImageReaderSpi) IIORegistry.getDefaultInstance().getServiceProviderByClass(Class.forName(provider));
        ImageReader reader = spi.createReaderInstance();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in);
            java.awt.image.Raster raster = reader.canReadRaster()
                    ? reader.readRaster(0, null)
                    : reader.read(0).getRaster();
            return raster.getPixels(0, 0, raster.getWidth(), raster.getHeight(), (int[]) null);
        } finally {
            reader.dispose();
        }
    }

    private static int[] bytes(Samples samples) {
        byte[] all = samples.all();
        int[] out = new int[all.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = all[i] & 0xff;
        }
        return out;
    }

    private static List<PixelBuffer> pictures() {
        List<PixelBuffer> out = new ArrayList<>();
        for (int[] size : new int[][] {{1, 1}, {1, 9}, {17, 3}, {400, 170}}) {
            out.add(TestPictures.noise(size[0], size[1], 3));
            out.add(TestPictures.flat(size[0], size[1], 0xff123456));
            out.add(TestPictures.gradient(size[0], size[1]));
        }
        return out;
    }

    @Test
    void tif_losslessInEveryColor_isReadBackExactly() throws Exception {
        for (PixelBuffer pixels : pictures()) {
            for (Compression compression : LOSSLESS) {
                for (PixelType type : PixelType.values()) {
                    byte[] file = file(pixels, ImageFormat.TIF, type, compression);
                    Samples expected = switch (type) {
                        case RGB -> Samples.rgb(pixels);
                        case GRAY -> Samples.gray(PlainColors.gray(pixels));
                        case CMYK -> Samples.cmyk(pixels.width(), pixels.height(), PlainColors.cmyk(pixels));
                    };
                    assertArrayEquals(bytes(expected), samples(OTHER_TIFF, file), type + " " + compression);
                    if (type != PixelType.CMYK) {
                        assertArrayEquals(bytes(expected), samples(JDK_TIFF, file), type + " " + compression);
                    }
                }
            }
        }
    }

    @Test
    void tifAlpha_isAssociated() throws Exception {
        for (PixelBuffer pixels : pictures()) {
            for (Compression compression : LOSSLESS) {
                byte[] file = file(pixels, ImageFormat.TIF_ALPHA, PixelType.RGB, compression);
                assertArrayEquals(bytes(Samples.premultiplied(pixels)), samples(OTHER_TIFF, file));
                assertTrue(TiffTags.hasAssociatedAlpha(file));
            }
        }
        byte[] gray = file(pictures().get(6), ImageFormat.TIF_ALPHA, PixelType.GRAY, Compression.LZW);
        assertArrayEquals(
                bytes(Samples.grayAlpha(PlainColors.gray(pictures().get(6)), true)), samples(OTHER_TIFF, gray));
    }

    @Test
    void tif_jpeg_staysNear() throws Exception {
        PixelBuffer gradient = TestPictures.gradient(64, 48);
        for (PixelType type : PixelType.values()) {
            byte[] file = file(gradient, ImageFormat.TIF, type, Compression.JPEG);
            PixelBuffer expected = type == PixelType.GRAY ? PlainColors.gray(gradient) : gradient;
            assertTrue(worst(expected, decoded(file)) <= 8, type + " is off by " + worst(expected, decoded(file)));
        }
        FailureException e = assertThrows(
                FailureException.class, () -> file(gradient, ImageFormat.TIF_ALPHA, PixelType.RGB, Compression.JPEG));
        assertEquals(FailureKind.NOT_SUPPORTED, e.failure().kind());
    }

    @Test
    void tif_saysSizeAndResolution() throws Exception {
        byte[] file = file(TestPictures.gradient(64, 48), ImageFormat.TIF, PixelType.RGB, Compression.LZW);
        ImageInfo info = Imaging.getImageInfo(file);
        assertEquals(64, info.getWidth());
        assertEquals(48, info.getHeight());
        assertEquals(300, info.getPhysicalWidthDpi());
        assertEquals(300, info.getPhysicalHeightDpi());
    }

    @Test
    void lzw_anyData_isWhatTheJdkUnpacks() throws Exception {
        Random random = new Random(8);
        for (int kinds : new int[] {1, 2, 3, 250}) {
            PixelBuffer pixels = PixelBuffer.blank(257, 131);
            for (int i = 0; i < pixels.argb().length; i++) {
                int level = random.nextInt(kinds) * 7 & 0xff;
                pixels.argb()[i] = 0xff000000 | level * 0x010101;
            }
            byte[] file = file(pixels, ImageFormat.TIF, PixelType.GRAY, Compression.LZW);
            assertArrayEquals(bytes(Samples.gray(pixels)), samples(JDK_TIFF, file));
        }
    }

    @Test
    void jpeg_gray_hasOneComponentAndDensity() {
        PixelBuffer gradient = TestPictures.gradient(64, 48);
        for (ImageFormat format : List.of(ImageFormat.JPEG, ImageFormat.PJPEG)) {
            byte[] file = file(gradient, format, PixelType.GRAY, Compression.NONE);
            assertEquals(1, JpegSegments.of(new SourceBytes("x", file)).components());
            assertTrue(worst(PlainColors.gray(gradient), decoded(file)) <= 3);
            assertArrayEquals(new byte[] {1, 1, 44, 1, 44}, Arrays.copyOfRange(file, 13, 18));
        }
    }

    @Test
    void jpeg_cmyk_isInvertedBehindAdobesMarker() {
        PixelBuffer gradient = TestPictures.gradient(64, 48);
        byte[] file = file(gradient, ImageFormat.JPEG, PixelType.CMYK, Compression.NONE);
        JpegSegments segments = JpegSegments.of(new SourceBytes("x", file));
        assertEquals(4, segments.components());
        assertEquals(0, segments.adobeTransform());
        assertTrue(worst(gradient, decoded(file)) <= 8, "off by " + worst(gradient, decoded(file)));
    }

    @Test
    void png_gray_isExactWithAndWithoutAlpha() {
        PixelBuffer noise = TestPictures.noise(33, 20, 5);
        PixelBuffer gray = PlainColors.gray(noise);
        assertArrayEquals(
                OverBlack.flatten(gray),
                decoded(file(noise, ImageFormat.PNG, PixelType.GRAY, Compression.NONE))
                        .argb());
        assertArrayEquals(
                gray.argb(),
                decoded(file(noise, ImageFormat.PNG_ALPHA, PixelType.GRAY, Compression.NONE))
                        .argb());
    }

    @Test
    void plainColors_thereAndBack_areNear() {
        PixelBuffer opaque = TestPictures.noise(60, 60, 2);
        for (int i = 0; i < opaque.argb().length; i++) {
            opaque.argb()[i] |= 0xff000000;
        }
        byte[] file = file(opaque, ImageFormat.TIF, PixelType.CMYK, Compression.ZIP);
        assertTrue(worst(opaque, decoded(file)) <= 1);
        PixelBuffer gray = PlainColors.gray(TestPictures.flat(2, 2, 0x7f808080));
        assertArrayEquals(new int[] {0x7f808080, 0x7f808080, 0x7f808080, 0x7f808080}, gray.argb());
    }

    @ParameterizedTest
    @EnumSource(ImageFormat.class)
    void encode_everyFormatInEveryColor_isAFileOrNotSupported(ImageFormat format) {
        for (PixelType type : PixelType.values()) {
            try {
                byte[] file = file(TestPictures.gradient(9, 7), format, type, Compression.NONE);
                assertTrue(file.length > 0);
            } catch (FailureException e) {
                assertEquals(FailureKind.NOT_SUPPORTED, e.failure().kind());
            }
        }
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
