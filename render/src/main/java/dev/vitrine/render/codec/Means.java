package dev.vitrine.render.codec;

import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.PixelBuffer;
import java.util.Arrays;

/** Opaque pictures made smaller by a whole factor: each pixel is the mean of those that it stands for, rounded to nearest. */
final class Means {
    private Means() {}

    /** @param factor divides width and height */
    static PixelBuffer of(PixelBuffer picture, int factor) {
        if (factor == 1) {
            return picture;
        }
        Size size = new Size(picture.width() / factor, picture.height() / factor);
        PixelBuffer out = PixelBuffer.blank(size.width(), size.height());
        int count = factor * factor;
        long[] sums = new long[size.width()];
        for (int y = 0; y < size.height(); y++) {
            Arrays.fill(sums, 0);
            for (int v = 0; v < factor; v++) {
                int from = (y * factor + v) * picture.width();
                for (int x = 0; x < size.width() * factor; x++) {
                    long p = picture.argb()[from + x];
                    sums[x / factor] += (p & 0xff) | ((p & 0xff00) << 12) | ((p & 0xff0000) << 24);
                }
            }
            for (int x = 0; x < sums.length; x++) {
                int red = (int) ((sums[x] >> 40) & 0xfffff);
                int green = (int) ((sums[x] >> 20) & 0xfffff);
                int blue = (int) (sums[x] & 0xfffff);
                int rgb = mean(red, count) << 16 | mean(green, count) << 8 | mean(blue, count);
                out.argb()[y * sums.length + x] = 0xff000000 | rgb;
            }
        }
        return out;
    }

    private static int mean(int sum, int count) {
        return (sum + count / 2) / count;
    }
}
