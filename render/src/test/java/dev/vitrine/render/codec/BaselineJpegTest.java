package dev.vitrine.render.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.core.value.JpegQuality;
import dev.vitrine.render.pixel.PixelBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BaselineJpegTest {
    private final Decoder decoder = new Decoder(1_000_000);

    @Test
    void encode_naturalPicture_isAsSmallAndAsGoodAsTheLibrarys() {
        for (int quality : new int[] {20, 50, 85, 97, 100}) {
            for (boolean fullChroma : new boolean[] {true, false}) {
                EncodeSettings settings = new EncodeSettings(new JpegQuality(quality, fullChroma), 72);
                PixelBuffer picture = TestPictures.natural(203, 149);
                byte[] own = new JpegEncoder(false).encode(picture, settings);
                byte[] library = new JpegEncoder(false).library(picture, settings);
                String what = "quality " + quality + " full chroma " + fullChroma;
                assertTrue(own.length < 1.02 * library.length, what + ": " + own.length + " of " + library.length);
                assertTrue(decibels(picture, own) > decibels(picture, library) - 0.05, what);
            }
        }
    }

    @Test
    void encode_coarsestAndFinestQuality_canBeRead() {
        for (int quality : new int[] {1, 100}) {
            PixelBuffer noise = TestPictures.noise(67, 35, quality);
            byte[] file = new BaselineJpeg(67, 35, OverBlack.flatten(noise), quality, true).encode(72);
            PixelBuffer back = decoder.picture(new SourceBytes("reply", file));
            assertEquals(noise.size(), back.size());
        }
    }

    @Test
    void code_ofSteepFrequencies_hasAtMostSixteenBitsAndRoomToSpare() {
        int[] frequencies = new int[256];
        int before = 1;
        for (int i = 0, each = 1; i < 40; i++) {
            frequencies[i * 3] = each;
            int sum = Math.min(1 << 28, each + before);
            before = each;
            each = sum;
        }
        JpegHuffman code = JpegHuffman.of(frequencies);
        double used = IntStream.range(0, 16)
                .mapToDouble(i -> code.lengths()[i] * Math.scalb(1.0, -1 - i))
                .sum();
        assertEquals(40, Arrays.stream(code.lengths()).sum());
        assertEquals(40, code.symbols().length);
        assertTrue(used < 1, "the code of ones is free");
        assertEquals(117, code.symbols()[0], "the most frequent symbol has the shortest code");
    }

    @Test
    void code_ofOneSymbol_isOneZero() {
        int[] frequencies = new int[256];
        frequencies[7] = 12;
        JpegHuffman code = JpegHuffman.of(frequencies);
        assertEquals(1, code.codes()[7], "code 0 of length 1");
    }

    private double decibels(PixelBuffer picture, byte[] file) {
        PixelBuffer back = decoder.picture(new SourceBytes("reply", file));
        double sum = 0;
        for (int i = 0; i < picture.argb().length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                double d = (picture.argb()[i] >> shift & 255) - (back.argb()[i] >> shift & 255);
                sum += d * d;
            }
        }
        return 10 * Math.log10(255 * 255 * 3.0 * picture.argb().length / sum);
    }
}
