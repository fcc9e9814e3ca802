package dev.vitrine.render.serve;

import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;

/**
 * How bright a picture is, each from 0 to 1 and weighed by alpha. Taken of a small copy of all of it, so that it is the same
 * whatever part of the picture is drawn.
 *
 * @param low two percent are darker
 * @param high two percent are brighter
 */
record Tone(double low, double median, double high) {
    private static final Size SMALL = new Size(96, 96);
    private static final double TAIL = 0.02;

    static Tone of(Art.Brush brush, Size whole) {
        Size small = whole.width() <= SMALL.width() && whole.height() <= SMALL.height() ? whole : whole.fitInto(SMALL);
        return of(brush.draw(small, new Region(0, 0, small.width(), small.height())));
    }

    static Tone of(PixelBuffer picture) {
        long[] weights = new long[256];
        long sum = 0;
        for (int p : picture.argb()) {
            weights[(int) Math.rint(luma(p))] += p >>> 24;
            sum += p >>> 24;
        }
        return new Tone(quantile(weights, sum, TAIL), quantile(weights, sum, 0.5), quantile(weights, sum, 1 - TAIL));
    }

    private static double quantile(long[] weights, long sum, double share) {
        long passed = 0;
        for (int level = 0; level < 256; level++) {
            passed += weights[level];
            if (sum > 0 && passed >= share * sum) {
                return level / 255.0;
            }
        }
        return 0.5;
    }

    /** Rec. 601 brightness of a pixel, 0 to 255. */
    static double luma(int p) {
        return 0.299 * (p >> 16 & 255) + 0.587 * (p >> 8 & 255) + 0.114 * (p & 255);
    }
}
