package dev.vitrine.render.texture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.resample.Edge;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlurredTest {
    private static double at(Blurred picture, double x, double y, double blur) {
        double[] sum = new double[3];
        picture.add(x, y, blur, 1, sum);
        return sum[1];
    }

    private static Blurred of(PixelBuffer pixels) {
        return new Blurred(new MipMap(pixels, Edge.CLAMP));
    }

    @Test
    void add_noBlur_isThePixelItself() {
        Random random = new Random(3);
        PixelBuffer noise = PixelBuffer.blank(20, 10);
        for (int i = 0; i < 200; i++) {
            noise.argb()[i] = 0xff000000 | random.nextInt(1 << 24);
        }
        Blurred picture = of(noise);
        for (int y = 0; y < 10; y++) {
            for (int x = 0; x < 20; x++) {
                assertEquals(noise.at(x, y) >> 8 & 255, at(picture, x + 0.5, y + 0.5, 0), 1e-9);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.6, 1.5, 4, 11, 40, 200})
    void add_flat_staysFlat(double blur) {
        PixelBuffer flat = PixelBuffer.blank(50, 30);
        java.util.Arrays.fill(flat.argb(), 0xff4b7dc8);
        assertEquals(0x7d, at(of(flat), 3.2, 28.9, blur), 1e-6);
    }

    /** Across an edge a Gaussian is known; at a standard deviation from it 0.8413 of the step are reached. */
    @ParameterizedTest
    @ValueSource(doubles = {0.8, 1.2, 2, 3.1, 4.7, 8, 12})
    void add_edge_isAGaussiansWork(double blur) {
        PixelBuffer step = PixelBuffer.blank(256, 64);
        for (int i = 0; i < step.argb().length; i++) {
            step.argb()[i] = i % 256 < 128 ? 0xff000000 : 0xffffffff;
        }
        Blurred picture = of(step);
        assertEquals(127.5, at(picture, 128, 32, blur), 8);
        for (double far : new double[] {-2, -1, 1, 2}) {
            double expected = 255 * (far == 1 ? 0.8413 : far == -1 ? 0.1587 : far == 2 ? 0.9772 : 0.0228);
            assertEquals(expected, at(picture, 128 + far * blur, 32, blur), 12, "at " + far + " of " + blur);
        }
    }
}
