package dev.vitrine.render.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.value.Compression;
import dev.vitrine.core.value.ImageFormat;
import dev.vitrine.core.value.JpegQuality;
import dev.vitrine.core.value.PixelType;
import dev.vitrine.core.value.Quantization;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.PixelBuffer;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SystemJpegTest {
    private static final PixelBuffer PICTURE = TestPictures.natural(320, 240);

    private final Decoder ours = new Decoder(1_000_000);

    private static SystemJpeg system() {
        Optional<SystemJpeg> found = SystemJpeg.find();
        assumeTrue(found.isPresent(), "this machine has no libturbojpeg");
        return found.get();
    }

    private static EncodeSettings settings(boolean fullChroma, PixelType type, Optional<SystemJpeg> system) {
        return new EncodeSettings(new JpegQuality(85, fullChroma), 300, type, Compression.NONE, Quantization.DEFAULT)
                .by(system);
    }

    @Test
    void find_libraryThatCannotBeLoaded_isNothing() {
        Optional<SystemJpeg> none = SystemJpeg.find(() -> {
            throw new UnsatisfiedLinkError("no such library");
        });
        assertTrue(none.isEmpty());
        byte[] file = ReplyEncoder.encode(PICTURE, ImageFormat.JPEG, settings(false, PixelType.RGB, none));
        assertArrayEquals(
                ReplyEncoder.encode(PICTURE, ImageFormat.JPEG, settings(false, PixelType.RGB, Optional.empty())), file);
        assertEquals(
                PICTURE.size(),
                new Decoder(1_000_000, none)
                        .picture(new SourceBytes("test", file))
                        .size());
    }

    @Test
    void encode_anySampling_isAboutAsLargeAndAsLikeThePictureAsOurs() {
        SystemJpeg system = system();
        for (boolean full : new boolean[] {true, false}) {
            byte[] own =
                    ReplyEncoder.encode(PICTURE, ImageFormat.JPEG, settings(full, PixelType.RGB, Optional.empty()));
            byte[] file =
                    ReplyEncoder.encode(PICTURE, ImageFormat.JPEG, settings(full, PixelType.RGB, Optional.of(system)));
            double larger = (double) file.length / own.length - 1;
            // its Huffman codes are those of the standard, and the picture is small
            assertTrue(larger > -0.02 && larger < 0.15, full + ": larger by " + larger);
            assertEquals(loss(own), loss(file), 0.1);
            assertEquals(1, file[13], "dots per inch");
            assertEquals(300, (file[14] & 255) << 8 | (file[15] & 255));
        }
    }

    @Test
    void encode_gray_hasOneComponent() {
        byte[] file =
                ReplyEncoder.encode(PICTURE, ImageFormat.JPEG, settings(false, PixelType.GRAY, Optional.of(system())));
        assertEquals(1, JpegSegments.of(new SourceBytes("test", file)).components());
        PixelBuffer gray = PlainColors.gray(PICTURE);
        assertTrue(psnr(gray, ours.picture(new SourceBytes("test", file))) > 35);
    }

    @Test
    void decode_wholeAndSmaller_isLikeOurs() {
        Decoder theirs = new Decoder(1_000_000, Optional.of(system()));
        for (boolean full : new boolean[] {true, false}) {
            SourceBytes source = new SourceBytes(
                    "test",
                    ReplyEncoder.encode(PICTURE, ImageFormat.JPEG, settings(full, PixelType.RGB, Optional.empty())));
            assertTrue(psnr(ours.picture(source), theirs.picture(source)) > 50);
            for (int factor : new int[] {2, 4, 8}) {
                PixelBuffer expected = ours.smaller(source, factor, ColorWay.NONE);
                PixelBuffer actual = theirs.smaller(source, factor, ColorWay.NONE);
                double alike = psnr(expected, actual);
                assertTrue(alike > 45, factor + ": " + alike);
            }
        }
    }

    @Test
    void decode_anyDamage_readsOrFailsAndTheNextOneIsRead() {
        Decoder theirs = new Decoder(1_000_000, Optional.of(system()));
        byte[] file = ReplyEncoder.encode(PICTURE, ImageFormat.JPEG, settings(false, PixelType.RGB, Optional.empty()));
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            byte[] damaged = file.clone();
            for (int i = 0; i < 5; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                theirs.smaller(new SourceBytes("test", damaged), 2, ColorWay.NONE);
            } catch (FailureException e) {
                assertTrue(
                        e.failure().kind().name().startsWith("SOURCE"),
                        e.failure().toString());
            }
        }
        assertEquals(
                new Size(160, 120),
                theirs.smaller(new SourceBytes("test", file), 2, ColorWay.NONE).size());
    }

    @Test
    void encode_onManyThreads_givesTheSameBytes() {
        SystemJpeg system = system();
        EncodeSettings settings = settings(false, PixelType.RGB, Optional.of(system));
        byte[] expected = ReplyEncoder.encode(PICTURE, ImageFormat.JPEG, settings);
        IntStream.range(0, 64)
                .parallel()
                .forEach(i -> assertArrayEquals(expected, ReplyEncoder.encode(PICTURE, ImageFormat.JPEG, settings)));
    }

    private double loss(byte[] file) {
        return psnr(PICTURE, ours.picture(new SourceBytes("test", file)));
    }

    private static double psnr(PixelBuffer a, PixelBuffer b) {
        double sum = 0;
        for (int i = 0; i < a.argb().length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                double difference = (a.argb()[i] >> shift & 255) - (b.argb()[i] >> shift & 255);
                sum += difference * difference;
            }
        }
        return 10 * Math.log10(255.0 * 255 * 3 * a.argb().length / sum);
    }
}
