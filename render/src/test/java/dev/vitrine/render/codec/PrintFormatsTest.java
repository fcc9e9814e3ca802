package dev.vitrine.render.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
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
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDICCBased;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PDF and EPS, read back by other people's readers. */
class PrintFormatsTest {
    private static final int DPI = 300;

    @TempDir
    private Path folder;

    private static EncodeSettings settings(PixelType type, Compression compression, Optional<IccProfile> profile) {
        return new EncodeSettings(
                new JpegQuality(95, true),
                DPI,
                type,
                compression,
                Quantization.DEFAULT,
                new ColorOutput(Optional.empty(), profile));
    }

    private static byte[] file(PixelBuffer pixels, ImageFormat format, PixelType type, Compression compression) {
        return ReplyEncoder.encode(pixels, format, settings(type, compression, Optional.empty()));
    }

    private static List<PixelBuffer> pictures() {
        return List.of(
                TestPictures.noise(1, 1, 3),
                TestPictures.noise(1, 9, 4),
                TestPictures.flat(40, 17, 0xff336699),
                TestPictures.natural(400, 170),
                TestPictures.noise(64, 48, 5));
    }

    private static Samples samples(PixelBuffer pixels, PixelType type) {
        return switch (type) {
            case RGB -> Samples.rgb(pixels);
            case GRAY -> Samples.gray(PlainColors.gray(pixels));
            case CMYK -> Samples.cmyk(pixels.width(), pixels.height(), PlainColors.cmyk(pixels));
        };
    }

    private static int[] numbers(byte[] data) {
        int[] out = new int[data.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = data[i] & 0xff;
        }
        return out;
    }

    private static int[] pixels(Raster raster) {
        return raster.getPixels(0, 0, raster.getWidth(), raster.getHeight(), (int[]) null);
    }

    private static PDImageXObject picture(PDDocument document) throws IOException {
        assertEquals(1, document.getNumberOfPages());
        return (PDImageXObject) document.getPage(0).getResources().getXObject(COSName.getPDFName("Picture"));
    }

    private static int worst(int[] a, int[] b) {
        assertEquals(a.length, b.length);
        int worst = 0;
        for (int i = 0; i < a.length; i++) {
            worst = Math.max(worst, Math.abs(a[i] - b[i]));
        }
        return worst;
    }

    @Test
    void pdf_losslessInEveryColor_isExact() throws Exception {
        for (PixelBuffer pixels : pictures()) {
            for (PixelType type : PixelType.values()) {
                for (Compression compression : List.of(Compression.NONE, Compression.ZIP)) {
                    byte[] file = file(pixels, ImageFormat.PDF, type, compression);
                    try (PDDocument document = PDDocument.load(file)) {
                        PDImageXObject picture = picture(document);
                        assertEquals(pixels.width(), picture.getWidth());
                        assertArrayEquals(
                                numbers(samples(pixels, type).all()),
                                pixels(picture.getRawRaster()),
                                type + " " + compression);
                    }
                }
            }
        }
    }

    @Test
    void pdf_jpegInEveryColor_staysNear() throws Exception {
        PixelBuffer gradient = TestPictures.gradient(64, 48);
        for (PixelType type : PixelType.values()) {
            byte[] file = file(gradient, ImageFormat.PDF, type, Compression.JPEG);
            try (PDDocument document = PDDocument.load(file)) {
                PDImageXObject picture = picture(document);
                assertEquals("jpg", picture.getSuffix());
                int[] got = pixels(picture.getRawRaster());
                int off = worst(numbers(samples(gradient, type).all()), got);
                assertTrue(off <= 8, type + " is off by " + off);
                assertEquals(type == PixelType.CMYK, picture.getDecode() != null);
            }
        }
    }

    @Test
    void pdf_otherCompressions_areNotSupported() {
        for (Compression compression : List.of(Compression.LZW, Compression.LOSSY, Compression.LOSSLESS)) {
            FailureException e = assertThrows(
                    FailureException.class,
                    () -> file(TestPictures.gradient(4, 4), ImageFormat.PDF, PixelType.RGB, compression));
            assertEquals(FailureKind.NOT_SUPPORTED, e.failure().kind());
        }
    }

    @Test
    void pdf_page_isAsLargeAsThePictureIsPrinted() throws Exception {
        byte[] file = file(TestPictures.gradient(600, 100), ImageFormat.PDF, PixelType.RGB, Compression.NONE);
        try (PDDocument document = PDDocument.load(file)) {
            PDRectangle page = document.getPage(0).getMediaBox();
            assertEquals(144, page.getWidth());
            assertEquals(24, page.getHeight());
        }
        EncodeSettings coarse = new EncodeSettings(new JpegQuality(80, false), 1);
        byte[] poster = ReplyEncoder.encode(TestPictures.gradient(600, 100), ImageFormat.PDF, coarse);
        try (PDDocument document = PDDocument.load(poster)) {
            assertEquals(3, document.getPage(0).getUserUnit());
            assertEquals(600 * 72 / 3f, document.getPage(0).getMediaBox().getWidth());
        }
    }

    @Test
    void pdf_profile_isEmbeddedToTheLastByte() throws Exception {
        for (byte[] bytes : List.of(Profiles.wide(), Profiles.gray(), Profiles.press())) {
            IccProfile profile = IccProfile.read(bytes);
            byte[] file = ReplyEncoder.encode(
                    TestPictures.gradient(20, 10),
                    ImageFormat.PDF,
                    settings(profile.type(), Compression.ZIP, Optional.of(profile)));
            try (PDDocument document = PDDocument.load(file)) {
                PDICCBased space = (PDICCBased) picture(document).getColorSpace();
                assertArrayEquals(bytes, space.getPDStream().toByteArray());
            }
        }
    }

    @Test
    void eps_everyColor_holdsItsPixelsAfterTheOperator() {
        for (PixelBuffer pixels : pictures()) {
            for (PixelType type : PixelType.values()) {
                byte[] expected = samples(pixels, type).all();
                String text = new String(file(pixels, ImageFormat.EPS, type, Compression.NONE), ISO_8859_1);
                int at = text.indexOf("\nimage\n") + 7;
                assertArrayEquals(
                        expected, text.substring(at, at + expected.length).getBytes(ISO_8859_1));
                assertTrue(text.startsWith("\n%%EndBinary\n", at + expected.length));
                assertTrue(text.contains("%%BeginBinary: " + (6 + expected.length + 1) + "\nimage\n"));
            }
        }
    }

    @Test
    void eps_box_isAsLargeAsThePictureIsPrinted() {
        byte[] file = file(TestPictures.gradient(101, 50), ImageFormat.EPS, PixelType.RGB, Compression.NONE);
        String text = new String(file, ISO_8859_1);
        assertTrue(
                text.contains("%%BoundingBox: 0 0 25 12\n%%HiResBoundingBox: 0 0 24.24 12\n"), text.substring(0, 200));
        assertTrue(text.contains("\n24.24 12 scale\n"));
    }

    @Test
    void eps_profile_isAComment() {
        IccProfile press = IccProfile.read(Profiles.press());
        byte[] file = ReplyEncoder.encode(
                TestPictures.gradient(20, 10),
                ImageFormat.EPS,
                settings(PixelType.CMYK, Compression.NONE, Optional.of(press)));
        String text = new String(file, ISO_8859_1);
        int from = text.indexOf('\n', text.indexOf("%%BeginICCProfile:"));
        String lines = text.substring(from, text.indexOf("%%EndICCProfile\n"));
        assertTrue(lines.lines().allMatch(line -> line.isEmpty() || (line.startsWith("% ") && line.length() <= 255)));
        assertArrayEquals(press.bytes(), HexFormat.of().parseHex(lines.replaceAll("[% \n]", "")));
    }

    @Test
    void ghostscript_drawsBothExactly() throws Exception {
        Tool ghostscript = Tool.require("gs");
        PixelBuffer pixels = TestPictures.natural(90, 70);
        for (ImageFormat format : List.of(ImageFormat.PDF, ImageFormat.EPS)) {
            for (PixelType type : List.of(PixelType.RGB, PixelType.GRAY)) {
                Compression compression = format == ImageFormat.PDF ? Compression.ZIP : Compression.NONE;
                String device = type == PixelType.RGB ? "png16m" : "pnggray";
                assertArrayEquals(
                        numbers(samples(pixels, type).all()),
                        drawn(ghostscript, device, file(pixels, format, type, compression)),
                        format + " " + type);
            }
        }
    }

    /** Stored inverted and not, it must look the same. */
    @Test
    void ghostscript_drawsInkAsJpegAsItDrawsInk() throws Exception {
        Tool ghostscript = Tool.require("gs");
        PixelBuffer pixels = TestPictures.gradient(90, 70);
        int[] exact = drawn(ghostscript, "png16m", file(pixels, ImageFormat.PDF, PixelType.CMYK, Compression.ZIP));
        int[] jpeg = drawn(ghostscript, "png16m", file(pixels, ImageFormat.PDF, PixelType.CMYK, Compression.JPEG));
        int[] eps = drawn(ghostscript, "png16m", file(pixels, ImageFormat.EPS, PixelType.CMYK, Compression.NONE));
        assertTrue(worst(exact, jpeg) <= 8, "off by " + worst(exact, jpeg));
        assertArrayEquals(exact, eps);
    }

    private int[] drawn(Tool ghostscript, String device, byte[] file) throws Exception {
        Files.write(folder.resolve("in"), file);
        ghostscript.run(
                folder,
                "-q",
                "-dSAFER",
                "-dBATCH",
                "-dNOPAUSE",
                "-dEPSCrop",
                "-sDEVICE=" + device,
                "-r" + DPI,
                "-sOutputFile=out.png",
                "in");
        return pixels(ImageIO.read(folder.resolve("out.png").toFile()).getRaster());
    }

    @Test
    void poppler_findsThePictureOfAPdf() throws Exception {
        Tool poppler = Tool.require("pdfimages");
        PixelBuffer pixels = TestPictures.natural(90, 70);
        for (Compression compression : List.of(Compression.NONE, Compression.ZIP)) {
            Files.write(folder.resolve("in.pdf"), file(pixels, ImageFormat.PDF, PixelType.RGB, compression));
            poppler.run(folder, "-png", "in.pdf", "out");
            assertArrayEquals(
                    numbers(samples(pixels, PixelType.RGB).all()),
                    pixels(ImageIO.read(folder.resolve("out-000.png").toFile()).getRaster()));
        }
    }
}
