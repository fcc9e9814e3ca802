package dev.vitrine.render.resample;

import static com.google.common.base.Preconditions.checkArgument;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.Pieces;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;
import java.util.Arrays;

/**
 * Sharpens a picture by more of what a Gaussian blur takes away from it:
 *
 * <pre>
 * out = c + amount (c - blurred)      where |c - blurred| is above the threshold, else c
 * </pre>
 *
 * <p>The blur weighs colors by their alpha, so that what is transparent colors nothing; alpha itself stays as it is. Flat
 * pictures stay as they are.
 *
 * @param radius the Gaussian's standard deviation in pixels, above 0 to 10
 * @param amount 1 adds the whole difference, at most 5
 * @param threshold levels of 255: smaller differences are taken for noise
 * @param lumaOnly the difference of the brightness (Rec. 601) is added to all components, so that colors do not fringe
 */
public record UnsharpMask(double radius, double amount, int threshold, boolean lumaOnly) {
    /** What {@code sharpen=1} does to a reply that was scaled: gentle, and narrow enough for the pixels of a screen. */
    public static final UnsharpMask REPLY = new UnsharpMask(0.7, 0.8, 1, false);

    private static final int ROWS_PER_CHECK = 32;

    public UnsharpMask {
        checkArgument(radius > 0 && radius <= 10, "radius %s", radius);
        checkArgument(amount >= 0 && amount <= 5, "amount %s", amount);
        checkArgument(threshold >= 0, "threshold %s", threshold);
    }

    /** Pixels further away than this have no part in a pixel. */
    public int reach() {
        return (int) Math.ceil(3 * radius);
    }

    /** A sharpened copy. */
    public PixelBuffer apply(PixelBuffer picture, Edge edge, Deadline deadline) {
        int[] out = apply(picture.argb(), picture.size(), edge, deadline);
        return new PixelBuffer(picture.width(), picture.height(), out);
    }

    /** A sharpened copy of straight pixels. */
    public int[] apply(int[] argb, Size size, Edge edge, Deadline deadline) {
        if (lumaOnly || !Premultiplied.isOpaque(argb)) {
            return applyToAny(argb, size, edge, deadline);
        }
        int[] out = new int[argb.length];
        Pieces all = Pieces.of(new Region(0, 0, size.width(), size.height()), size);
        opaque(size, edge).sharpen(argb, out, all, deadline);
        return out;
    }

    /** Sharpens a part of an opaque picture where it is, the same as if all were; beyond the edges its rim goes on. */
    void sharpen(PixelBuffer picture, Pieces part, Deadline deadline) {
        checkArgument(!lumaOnly, "all components move for themselves");
        opaque(picture.size(), Edge.CLAMP).sharpen(picture.argb(), picture.argb(), part, deadline);
    }

    private OpaqueUnsharpMask opaque(Size size, Edge edge) {
        return new OpaqueUnsharpMask(size, edge, gaussian(), amount, threshold);
    }

    /** The clear way, for pictures with alpha too. */
    int[] applyToAny(int[] argb, Size size, Edge edge, Deadline deadline) {
        int width = size.width();
        int[] out = new int[argb.length];
        BlurredRows rows = new BlurredRows(argb, size, edge, gaussian());
        float[] blurred = new float[4 * width];
        for (int y = 0; y < size.height(); y++) {
            if (y % ROWS_PER_CHECK == 0) {
                deadline.check();
            }
            rows.read(y, blurred);
            for (int x = 0; x < width; x++) {
                out[y * width + x] = sharpened(argb[y * width + x], blurred, 4 * x);
            }
        }
        return out;
    }

    private int sharpened(int p, float[] blurred, int at) {
        float alpha = blurred[at];
        if (p >>> 24 == 0 || alpha <= 0) {
            return p;
        }
        int red = p >> 16 & 255;
        int green = p >> 8 & 255;
        int blue = p & 255;
        float dr = red - blurred[at + 1] / alpha;
        float dg = green - blurred[at + 2] / alpha;
        float db = blue - blurred[at + 3] / alpha;
        if (lumaOnly) {
            dr = 0.299f * dr + 0.587f * dg + 0.114f * db;
            dg = dr;
            db = dr;
        }
        return (p & 0xff000000) | moved(red, dr) << 16 | moved(green, dg) << 8 | moved(blue, db);
    }

    private int moved(int component, float difference) {
        if (Math.abs(difference) <= threshold) {
            return component;
        }
        double value = component + amount * difference;
        return (int) (Math.min(Math.max(value, 0), 255) + 0.5);
    }

    /** From the center outwards: the whole of it adds up to 1. */
    private float[] gaussian() {
        double[] exact = new double[reach() + 1];
        double sum = 0;
        for (int i = 0; i < exact.length; i++) {
            exact[i] = Math.exp(-i * i / (2 * radius * radius));
            sum += i == 0 ? exact[i] : 2 * exact[i];
        }
        float[] half = new float[exact.length];
        for (int i = 0; i < half.length; i++) {
            half[i] = (float) (exact[i] / sum);
        }
        return half;
    }

    /** Rows of alpha and colors scaled by it, blurred along both directions; rows blurred along x are kept for the next. */
    private static final class BlurredRows {
        private final int[] argb;
        private final Size size;
        private final Edge edge;
        private final float[] half;
        private final float[] spread;
        private final float[][] rows;
        private final int[] held;

        BlurredRows(int[] argb, Size size, Edge edge, float[] half) {
            this.argb = argb;
            this.size = size;
            this.edge = edge;
            this.half = half;
            this.spread = new float[4 * (size.width() + 2 * half.length)];
            this.rows = new float[2 * half.length - 1][4 * size.width()];
            this.held = new int[rows.length];
            Arrays.fill(held, Integer.MIN_VALUE);
        }

        void read(int y, float[] out) {
            Arrays.fill(out, 0);
            for (int t = 1 - half.length; t < half.length; t++) {
                add(row(y + t), 0, half[Math.abs(t)], out);
            }
        }

        private float[] row(int y) {
            int slot = Math.floorMod(y, rows.length);
            if (held[slot] != y) {
                held[slot] = y;
                spread(Weights.inside(y, size.height(), edge));
                Arrays.fill(rows[slot], 0);
                for (int t = 1 - half.length; t < half.length; t++) {
                    add(spread, 4 * (t + half.length), half[Math.abs(t)], rows[slot]);
                }
            }
            return rows[slot];
        }

        /** Pixel {@code x} goes to place {@code x + half.length}, with what the edge says before and behind the row. */
        private void spread(int y) {
            int at = 0;
            for (int x = -half.length; x < size.width() + half.length; x++) {
                int p = argb[y * size.width() + Weights.inside(x, size.width(), edge)];
                float alpha = (p >>> 24) / 255f;
                spread[at++] = alpha;
                spread[at++] = alpha * (p >> 16 & 255);
                spread[at++] = alpha * (p >> 8 & 255);
                spread[at++] = alpha * (p & 255);
            }
        }

        private static void add(float[] from, int offset, float weight, float[] to) {
            for (int i = 0; i < to.length; i++) {
                to[i] += weight * from[offset + i];
            }
        }
    }
}
