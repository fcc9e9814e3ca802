package dev.vitrine.render.codec;

import dev.vitrine.render.pixel.PixelBuffer;
import java.util.Random;

/** Pictures for tests: seeded noise, flat color, a smooth gradient. */
final class TestPictures {
    private TestPictures() {}

    static PixelBuffer noise(int width, int height, long seed) {
        PixelBuffer out = PixelBuffer.blank(width, height);
        Random random = new Random(seed);
        for (int i = 0; i < out.argb().length; i++) {
            out.argb()[i] = random.nextInt();
        }
        return out;
    }

    static PixelBuffer flat(int width, int height, int argb) {
        PixelBuffer out = PixelBuffer.blank(width, height);
        java.util.Arrays.fill(out.argb(), argb);
        return out;
    }

    static PixelBuffer gradient(int width, int height) {
        PixelBuffer out = PixelBuffer.blank(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int red = 40 + 150 * x / width;
                int green = 40 + 150 * y / height;
                out.argb()[y * width + x] = 0xff000000 | red << 16 | green << 8 | 100;
            }
        }
        return out;
    }

    /** Slow waves in all colors, some edges, a little grain. */
    static PixelBuffer natural(int width, int height) {
        PixelBuffer out = noise(width, height, 5);
        for (int i = 0; i < out.argb().length; i++) {
            int x = i % width;
            int y = i / width;
            int grain = out.argb()[i] & 7;
            int edge = (x / 37 + y / 29) % 2 * 40;
            int red = (int) (120 + 60 * Math.sin(x / 40.0)) + edge + grain;
            int green = (int) (120 + 60 * Math.cos(y / 30.0)) - edge + grain;
            int blue = (int) (120 + 60 * Math.sin((x + y) / 50.0)) + grain;
            out.argb()[i] = 0xff000000 | red << 16 | green << 8 | blue;
        }
        return out;
    }
}
