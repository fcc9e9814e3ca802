package dev.vitrine.render.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.FailureKind;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.PixelBuffer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;

class JpegReaderTest {
    private static final String TREE = "javax_imageio_jpeg_image_1.0";

    private final Decoder decoder = new Decoder(1_000_000);

    @Test
    void read_everyPlainForm_isWhatTheLibraryReadsButForRounding() throws IOException {
        for (Size size :
                new Size[] {new Size(1, 1), new Size(7, 9), new Size(16, 16), new Size(203, 149), new Size(33, 64)}) {
            PixelBuffer picture = TestPictures.natural(size.width(), size.height());
            for (int[] sampling : new int[][] {{1, 1}, {2, 1}, {2, 2}}) {
                for (int restart : new int[] {0, 1, 5}) {
                    byte[] file = file(picture, sampling[0], sampling[1], restart, false);
                    PixelBuffer own = read(file, 1).orElseThrow();
                    assertClose(library(file), own, 3, 55, size + " " + Arrays.toString(sampling) + " " + restart);
                }
            }
            byte[] gray = grayFile(picture);
            assertClose(library(gray), read(gray, 1).orElseThrow(), 1, 55, size + " gray");
        }
    }

    @Test
    void read_ourOwnFiles_isWhatTheLibraryReadsButForRounding() {
        for (int quality : new int[] {5, 85, 100}) {
            PixelBuffer picture = TestPictures.noise(67, 35, quality);
            for (boolean full : new boolean[] {true, false}) {
                byte[] file = new BaselineJpeg(67, 35, OverBlack.flatten(picture), quality, full).encode(72);
                assertClose(library(file), read(file, 1).orElseThrow(), 3, 50, quality + " " + full);
            }
        }
    }

    @Test
    void read_smaller_isTheMeanOfTheWholePicture() throws IOException {
        PixelBuffer picture = TestPictures.natural(208, 144);
        byte[] full = file(picture, 1, 1, 0, false);
        byte[] gray = grayFile(picture);
        for (int factor : new int[] {2, 4, 8}) {
            for (byte[] file : new byte[][] {full, gray}) {
                PixelBuffer means = Means.of(read(file, 1).orElseThrow(), factor);
                assertClose(means, read(file, factor).orElseThrow(), 2, 48, "by " + factor);
            }
            for (int[] sampling : new int[][] {{2, 1}, {2, 2}}) { // chroma need not be made up
                byte[] file = file(picture, sampling[0], sampling[1], 0, false);
                PixelBuffer means = Means.of(read(file, 1).orElseThrow(), factor);
                assertClose(means, read(file, factor).orElseThrow(), 40, 38, sampling[1] + " by " + factor);
            }
        }
    }

    @Test
    void transform_anyCoefficients_givesTheMeansOfTheRealTransform() {
        for (int across : new int[] {8, 4, 2, 1}) {
            for (int down : new int[] {8, 4, 2, 1}) {
                for (int each = 1; each <= 2; each++) {
                    assertTransforms(3, each, across, down);
                }
            }
        }
    }

    private static void assertTransforms(int units, int each, int across, int down) {
        Random random = new Random(9);
        int[] ones = new int[64];
        Arrays.fill(ones, 1);
        JpegInverse inverse = new JpegInverse(units, each, across, down, ones);
        double[][] blocks = new double[units * each][64];
        for (int b = 0; b < blocks.length; b++) {
            for (int k = 0; k < 64; k++) {
                int value = k == 0 ? random.nextInt(800) - 400 : (int) (random.nextGaussian() * 40 / (1 + k / 8));
                int place = inverse.places()[k];
                inverse.coefficients()[place >> 24][b + (place >> 8 & 0xffff)] = value;
                blocks[b][JpegTokens.ZIGZAG[k]] = value;
            }
        }
        int[][] samples = inverse.transform();
        for (int y = 0; y < down; y++) {
            for (int i = 0; i < blocks.length * across; i++) {
                int column = i / units;
                double[] block = blocks[column / across * units + i % units];
                double mean = mean(block, column % across, y, 8 / across, 8 / down);
                double wanted = Math.min(255, Math.max(0, 128 + mean));
                assertEquals(wanted, samples[y][i], 0.65, across + " x " + down);
            }
        }
    }

    @Test
    void picture_blocksThatEndWithoutAnEnd_areReadAsTheLibraryDoes() throws IOException {
        Random random = new Random(12);
        PixelBuffer noise = PixelBuffer.blank(64, 48);
        Arrays.setAll(noise.argb(), i -> 0xff000000 | random.nextInt(1 << 24));
        byte[] file = new BaselineJpeg(64, 48, noise.argb(), 100, true).encode(72); // no coefficient is 0
        PixelBuffer own = read(file, 1).orElseThrow();
        PixelBuffer library = library(file);
        for (int i = 0; i < own.argb().length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                assertEquals(library.argb()[i] >> shift & 255, own.argb()[i] >> shift & 255, 3);
            }
        }
    }

    @Test
    void find_whatIsNotPlain_isLeftToTheLibrary() throws IOException {
        PixelBuffer picture = TestPictures.natural(40, 30);
        assertTrue(find(file(picture, 2, 2, 0, true)).isEmpty(), "progressive");
        byte[] plain = file(picture, 2, 2, 0, false);
        assertTrue(find(plain).isPresent());
        for (int marker = 0xc1; marker <= 0xcf; marker++) {
            if (marker != 0xc4) {
                byte[] other = plain.clone();
                other[after(plain, 0xc0) - 1] = (byte) marker;
                assertTrue(find(other).isEmpty(), "frame " + marker);
            }
        }
        byte[] twelve = plain.clone();
        twelve[after(plain, 0xc0) + 2] = 12;
        assertTrue(find(twelve).isEmpty(), "12 bits");
        byte[] inks = plain.clone();
        inks[after(plain, 0xc0) + 7] = 4;
        assertTrue(find(inks).isEmpty(), "4 components");
    }

    @Test
    void picture_unsoundData_isWhatTheLibraryMakesOfThem() throws IOException {
        byte[] file = file(TestPictures.natural(80, 64), 2, 2, 0, false);
        int scan = after(file, 0xda) + 12;
        Arrays.fill(file, scan + 40, file.length - 2, (byte) 0x11);
        byte[] shorter = Arrays.copyOf(file, scan + 42);
        shorter[scan + 40] = (byte) 0xff;
        shorter[scan + 41] = (byte) 0xd9;
        assertTrue(read(shorter, 1).isEmpty());
        assertArrayEquals(
                library(shorter).argb(),
                decoder.picture(new SourceBytes("test", shorter)).argb());
        PixelBuffer halved = Means.of(library(shorter), 2);
        assertArrayEquals(
                halved.argb(),
                decoder.smaller(new SourceBytes("test", shorter), 2, ColorWay.NONE)
                        .argb());
    }

    @Test
    void picture_anyDamage_readsOrFailsButNeverThrowsAnythingElse() throws IOException {
        Random random = new Random(11);
        byte[][] files = {
            file(TestPictures.natural(48, 40), 2, 2, 2, false),
            file(TestPictures.natural(32, 24), 2, 1, 0, false),
            file(TestPictures.natural(24, 16), 1, 1, 0, false),
            grayFile(TestPictures.natural(40, 24))
        };
        int read = 0;
        for (int round = 0; round < 3000; round++) {
            byte[] damaged = files[round % files.length].clone();
            for (int n = 0; n <= random.nextInt(6); n++) {
                damaged[2 + random.nextInt(damaged.length - 2)] = (byte) random.nextInt(256);
            }
            SourceBytes source = new SourceBytes("fuzz " + round, damaged);
            for (int factor : new int[] {1, 4}) {
                try {
                    find(damaged).ifPresent(frame -> JpegReader.read(frame, factor));
                    Size size = decoder.smaller(source, factor, ColorWay.NONE).size();
                    Size whole = decoder.shrinkable(source).orElseThrow();
                    assertEquals(new Size(whole.width() / factor, whole.height() / factor), size);
                    read++;
                } catch (FailureException e) {
                    assertTrue(
                            e.failure().kind() == FailureKind.SOURCE_DAMAGED
                                    || e.failure().kind() == FailureKind.SOURCE_TOO_LARGE
                                    || e.failure().kind() == FailureKind.SOURCE_UNSUPPORTED,
                            e.failure().toString());
                } catch (IllegalArgumentException e) {
                    assertTrue(factor > 1, "a damaged size that the factor does not divide");
                }
            }
        }
        assertTrue(read > 1000, "many files can be read all the same");
    }

    @Test
    void codes_tooManyForTheirLength_areNone() {
        int[] counts = new int[16];
        counts[0] = 3;
        assertTrue(JpegCodes.of(counts, new int[] {1, 2, 3}, false).isEmpty());
        counts[0] = 1;
        assertTrue(JpegCodes.of(counts, new int[] {12}, true).isEmpty(), "no mean differs by so much");
        assertEquals(-3, JpegCodes.value(0, 2));
        assertEquals(3, JpegCodes.value(3, 2));
    }

    private static double mean(double[] block, int x, int y, int wide, int high) {
        double sum = 0;
        for (int j = 0; j < high; j++) {
            for (int i = 0; i < wide; i++) {
                for (int n = 0; n < 64; n++) {
                    sum += block[n] * wave(n % 8, x * wide + i) * wave(n / 8, y * high + j) / 4;
                }
            }
        }
        return sum / (wide * high);
    }

    private static double wave(int k, int n) {
        return (k == 0 ? Math.sqrt(0.5) : 1) * Math.cos((2 * n + 1) * k * Math.PI / 16);
    }

    private static Optional<PixelBuffer> read(byte[] file, int factor) {
        return find(file).flatMap(frame -> JpegReader.read(frame, factor));
    }

    private static Optional<JpegFrame> find(byte[] file) {
        try {
            return JpegFrame.find(JpegSegments.of(new SourceBytes("test", file)).lean());
        } catch (FailureException e) {
            return Optional.empty();
        }
    }

    private static int after(byte[] file, int marker) {
        for (int i = 2; i < file.length; i++) {
            if (file[i - 1] == -1 && (file[i] & 0xff) == marker) {
                return i + 1;
            }
        }
        throw new AssertionError("no marker " + marker);
    }

    private static void assertClose(PixelBuffer wanted, PixelBuffer found, int most, double decibels, String what) {
        assertEquals(wanted.size(), found.size(), what);
        double sum = 0;
        for (int i = 0; i < wanted.argb().length; i++) {
            assertEquals(wanted.argb()[i] >>> 24, found.argb()[i] >>> 24, what);
            for (int shift = 0; shift < 24; shift += 8) {
                int difference = (wanted.argb()[i] >> shift & 255) - (found.argb()[i] >> shift & 255);
                assertTrue(Math.abs(difference) <= most, what + " differs by " + difference);
                sum += difference * difference;
            }
        }
        double psnr = 10 * Math.log10(255 * 255 * 3.0 * wanted.argb().length / Math.max(sum, 1e-9));
        assertTrue(psnr > decibels || wanted.argb().length < 100, what + " " + psnr);
    }

    private static PixelBuffer library(byte[] file) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
            return Pictures.of(new SourceBytes("test", file), image, false, type -> Optional.empty());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] grayFile(PixelBuffer picture) throws IOException {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < picture.argb().length; i++) {
            image.getRaster().setSample(i % picture.width(), i / picture.width(), 0, picture.argb()[i] >> 8 & 255);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", out);
        return out.toByteArray();
    }

    private static byte[] file(PixelBuffer picture, int across, int down, int restart, boolean progressive)
            throws IOException {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, picture.width(), picture.height(), picture.argb(), 0, picture.width());
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam settings = writer.getDefaultWriteParam();
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionQuality(0.9f);
        if (progressive) {
            settings.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        }
        IIOMetadata metadata =
                writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), settings);
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(TREE);
        IIOMetadataNode luma =
                (IIOMetadataNode) root.getElementsByTagName("componentSpec").item(0);
        luma.setAttribute("HsamplingFactor", Integer.toString(across));
        luma.setAttribute("VsamplingFactor", Integer.toString(down));
        if (restart > 0) {
            IIOMetadataNode interval = new IIOMetadataNode("dri");
            interval.setAttribute("interval", Integer.toString(restart));
            IIOMetadataNode sequence = (IIOMetadataNode)
                    root.getElementsByTagName("markerSequence").item(0);
            sequence.insertBefore(interval, root.getElementsByTagName("sof").item(0));
        }
        metadata.setFromTree(TREE, root);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, metadata), settings);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
