package dev.vitrine.render.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.FailureKind;
import dev.vitrine.core.value.Quantization;
import dev.vitrine.render.codec.Quantizer.Transparency;
import dev.vitrine.render.pixel.PixelBuffer;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What few colors promise. */
class QuantizerTest {
    private static Indexed quantize(String quantize, Transparency transparency, PixelBuffer pixels) {
        return new Quantizer(Quantization.read("quantize", quantize), transparency).quantize(pixels);
    }

    private static int[] shown(Indexed picture) {
        return IntStream.range(0, picture.indexes().length)
                .map(i -> picture.palette()[picture.indexes()[i] & 0xff])
                .toArray();
    }

    private static PixelBuffer fewColors(int colors) {
        PixelBuffer out = PixelBuffer.blank(40, 30);
        Random random = new Random(colors);
        int[] palette = random.ints(colors).map(c -> c | 0xff000000).toArray();
        for (int i = 0; i < out.argb().length; i++) {
            out.argb()[i] = i < colors ? palette[i] : palette[random.nextInt(colors)];
        }
        return out;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 16, 17, 255, 256})
    void quantize_noMoreColorsThanAllowed_keepsThemExactly(int colors) {
        PixelBuffer pixels = fewColors(colors);
        Indexed few = quantize("adaptive,diffuse," + Math.max(2, colors), Transparency.NONE, pixels);
        assertArrayEquals(pixels.argb(), shown(few));
        assertEquals(colors, few.palette().length);
    }

    @ParameterizedTest
    @EnumSource(Transparency.class)
    void quantize_anyPicture_hasNoMoreColorsThanAllowed(Transparency transparency) {
        PixelBuffer noise = TestPictures.noise(50, 40, 3);
        for (int colors : new int[] {2, 3, 5, 16, 100, 255, 256}) {
            for (String dither : new String[] {"diffuse", "off"}) {
                Indexed few = quantize("adaptive," + dither + "," + colors, transparency, noise);
                int key = few.palette()[0] == 0 ? 1 : 0;
                assertTrue(few.palette().length - key <= colors, colors + " colors");
            }
        }
    }

    @Test
    void quantize_gradient_isCloserThanAFixedPalette() {
        PixelBuffer gradient = TestPictures.gradient(120, 90);
        double adaptive = error(gradient.argb(), shown(quantize("adaptive,off", Transparency.NONE, gradient)));
        double web = error(gradient.argb(), shown(quantize("web,off", Transparency.NONE, gradient)));
        assertTrue(adaptive < 30, "mean squared error " + adaptive);
        assertTrue(adaptive * 10 < web, adaptive + " < " + web);
    }

    @Test
    void quantize_diffused_keepsTheMean() {
        PixelBuffer flat = TestPictures.flat(64, 64, 0xff6f7077);
        int[] off = shown(quantize("web,off", Transparency.NONE, flat));
        assertEquals(1, IntStream.of(off).distinct().count());
        int[] diffused = shown(quantize("web,diffuse", Transparency.NONE, flat));
        for (int shift : new int[] {0, 8, 16}) {
            double mean =
                    IntStream.of(diffused).map(c -> c >> shift & 0xff).average().orElseThrow();
            assertEquals(0xff6f7077 >> shift & 0xff, mean, 1.5);
        }
    }

    @Test
    void quantize_smooth_keepsEdgesAndInsides() {
        PixelBuffer noise = TestPictures.noise(80, 60, 4);
        for (int i = 0; i < noise.argb().length; i++) {
            noise.argb()[i] = i % 3 == 0
                    ? noise.argb()[i] & 0xffffff
                    : i % 3 == 1 ? noise.argb()[i] | 0xff000000 : noise.argb()[i];
        }
        for (String dither : new String[] {"diffuse", "off"}) {
            int[] back = shown(quantize("adaptive," + dither, Transparency.SMOOTH, noise));
            for (int i = 0; i < back.length; i++) {
                int alpha = noise.argb()[i] >>> 24;
                int got = back[i] >>> 24;
                assertEquals(alpha == 0, got == 0);
                assertEquals(alpha == 255, got == 255);
            }
        }
    }

    @Test
    void quantize_key_cutsAtHalf() {
        PixelBuffer row = new PixelBuffer(4, 1, new int[] {0x00ff0000, 0x7fff0000, 0x80ff0000, 0xffff0000});
        for (String palette : new String[] {"adaptive", "web"}) {
            assertArrayEquals(
                    new int[] {0, 0, 0xffff0000, 0xffff0000}, shown(quantize(palette, Transparency.KEY, row)));
        }
    }

    @Test
    void quantize_forcedColors_areThere() {
        PixelBuffer noise = TestPictures.noise(40, 40, 9);
        Indexed two = quantize("adaptive,off,2,000000,ffffff", Transparency.KEY, noise);
        assertEquals(Set.of(0, 0xff000000, 0xffffffff), colors(two));
        Indexed more = quantize("adaptive,off,8,123456", Transparency.NONE, noise);
        assertTrue(colors(more).contains(0xff123456));
        assertEquals(8, more.palette().length);
        Indexed smooth = quantize("adaptive,diffuse,2,000000,ffffff", Transparency.SMOOTH, noise);
        assertEquals(Set.of(0, 0xff000000, 0xffffffff), colors(smooth));
        Indexed one = quantize("adaptive,diffuse,3,000000,ffffff", Transparency.SMOOTH, noise);
        assertTrue(one.palette().length <= 4);
    }

    @Test
    void quantize_allTransparent_isOneColor() {
        Indexed nothing = quantize("adaptive", Transparency.SMOOTH, PixelBuffer.blank(3, 2));
        assertArrayEquals(new int[] {0}, nothing.palette());
    }

    @Test
    void quantize_macWithTransparency_isNotSupported() {
        PixelBuffer pixels = TestPictures.flat(2, 2, 0xff000000);
        assertEquals(256, quantize("mac", Transparency.NONE, pixels).palette().length);
        FailureException e = assertThrows(FailureException.class, () -> quantize("mac", Transparency.KEY, pixels));
        assertEquals(FailureKind.NOT_SUPPORTED, e.failure().kind());
    }

    @Test
    void nearest_anyColor_isWhatAFullSearchFinds() {
        Random random = new Random(11);
        Palette palette = new Palette(IntStream.concat(
                IntStream.of(0), random.ints(200).map(c -> random.nextBoolean() ? c | 0xff000000 : c)));
        for (int i = 0; i < 3000; i++) {
            int wanted = Palette.premultiplied(random.nextInt());
            int[] c = {wanted >> 16 & 0xff, wanted >> 8 & 0xff, wanted & 0xff, wanted >>> 24};
            int found = palette.nearest(c[0], c[1], c[2], c[3]);
            int least = IntStream.range(0, palette.colors().length)
                    .filter(n -> kind(palette.components(n)[3]) == kind(c[3]))
                    .map(n -> distance(c, palette.components(n)))
                    .min()
                    .orElseThrow();
            assertEquals(least, distance(c, palette.components(found)));
        }
    }

    private static int kind(int alpha) {
        return alpha == 0 ? 0 : alpha == 255 ? 2 : 1;
    }

    private static int distance(int[] a, int[] b) {
        return IntStream.range(0, 4).map(i -> (a[i] - b[i]) * (a[i] - b[i])).sum();
    }

    private static Set<Integer> colors(Indexed picture) {
        Set<Integer> out = new HashSet<>();
        IntStream.of(picture.palette()).forEach(out::add);
        return out;
    }

    private static double error(int[] a, int[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int shift : new int[] {0, 8, 16}) {
                int d = (a[i] >> shift & 0xff) - (b[i] >> shift & 0xff);
                sum += d * d;
            }
        }
        return sum / a.length;
    }
}
