package dev.vitrine.render.texture;

import java.util.Arrays;

/**
 * The taps of a run of places that have the same number of taps on the same size of an opaque tile, in whole numbers: positions
 * are shares of the tile, positions within a texel have 4 bits, and so have components behind the point.
 *
 * <p>A share has 32 bits, so what lies past the tile's end begins again by itself. Steps are loops over the whole run with the same index
 * everywhere, which the compiler makes vectors of; only {@link #gather} has to go from place to place. Red and blue, then green, are in one
 * number each, 16 bits apart: a texel's 8 bits and 4 for each direction. Not safe for many threads.
 */
final class QuickTaps {
    /** Places of a run at most: so all that they need stays in the nearest cache. */
    static final int MOST = 256;

    /** A tile's side in the unit of positions. */
    static final double TILE = 0x1p32;

    /** Longer sides have no quick positions: only the upper half of their bits is looked at, 1/16 of a texel here. */
    static final int LONGEST = 4096;

    /** The bits behind the point of positions on a level. */
    private static final int PLACE = 16;

    /** Those of them that weights are made of. */
    private static final int FINE = 4;

    /** Texels have their colors in their middle; what is cut off later is rounded so. */
    private static final int MIDDLE = ((2 * TexelPairs.MARGIN - 1) << (PLACE - 1)) + (1 << (PLACE - FINE - 1));

    private static final int LOWER = 0xff00ff;
    private static final int SUMS = 0xfff0fff;
    private static final int HALVES = 0x80008;

    /** Makes arrays' lengths no power of two: so they do not all lie in the same places of the cache. */
    private static final int SPREAD = 16;

    /** Where the next tap of each place lies, texels, and half of how far it is to the one after that. */
    private final int[] x;

    private final int[] y;
    private final int[] stepX;
    private final int[] stepY;

    /** Where its first texel lies, and its place between the texels. */
    private final int[] at;

    private final int[] right;
    private final int[] down;

    /** The four texels, row by row. */
    private final int[] a;

    private final int[] b;
    private final int[] c;
    private final int[] d;

    /** Between those of a row. */
    private final int[] upper;

    private final int[] lower;

    private final int[] redBlue;
    private final int[] green;

    private int[] texels = {};
    private int width;
    private int height;
    private int stride;
    private int taps;
    private int count;

    /** @param most places of a run */
    QuickTaps(int most) {
        int room = most + SPREAD;
        this.x = new int[room];
        this.y = new int[room];
        this.stepX = new int[room];
        this.stepY = new int[room];
        this.at = new int[room];
        this.right = new int[room];
        this.down = new int[room];
        this.a = new int[room];
        this.b = new int[room];
        this.c = new int[room];
        this.d = new int[room];
        this.upper = new int[room];
        this.lower = new int[room];
        this.redBlue = new int[room];
        this.green = new int[room];
    }

    /**
     * Begins a run.
     *
     * @param taps of each place
     */
    void start(TexelPairs level, int taps) {
        this.texels = level.texels();
        this.width = level.width();
        this.height = level.height();
        this.stride = level.stride();
        this.taps = level.isOneTexel() ? 1 : taps;
        this.count = 0;
    }

    /** Whether so many places more can be added. */
    boolean hasRoom(int more) {
        return count + more <= MOST;
    }

    /**
     * Adds places with the same footprint.
     *
     * @param longX its long axis, as a share of the tile
     */
    void add(int places, double longX, double longY) {
        double half = 0.5 / taps;
        Arrays.fill(stepX, count, count + places, place(longX * half * width));
        Arrays.fill(stepY, count, count + places, place(longY * half * height));
        count += places;
    }

    private static int place(double texels) {
        return (int) (texels * (1 << PLACE));
    }

    /**
     * Writes the run's colors.
     *
     * @param left where the places lie in the tile, from {@code from} on; likewise {@code top}
     */
    void write(int[] left, int[] top, int from, FixedRow out) {
        System.arraycopy(left, from, x, 0, count);
        System.arraycopy(top, from, y, 0, count);
        first(x, width, stepX, taps - 1, count);
        first(y, height, stepY, taps - 1, count);
        Arrays.fill(redBlue, 0, count, 0);
        Arrays.fill(green, 0, count, 0);
        for (int tap = 0; tap < taps; tap++) {
            find(x, y, stride, at, count);
            gather(texels, at, a, b, c, d, count);
            weigh(count);
        }
        int share = ((1 << 16) + taps - 1) / taps;
        mean(redBlue, 16, share, a, count);
        mean(green, 0, share, b, count);
        mean(redBlue, 0, share, c, count);
        System.arraycopy(a, 0, out.red, from, count);
        System.arraycopy(b, 0, out.green, from, count);
        System.arraycopy(c, 0, out.blue, from, count);
    }

    /** From places in the tile, of which the upper half of the bits is enough, to where the first of the taps about them lies. */
    private static void first(int[] places, int side, int[] steps, int back, int count) {
        for (int i = 0; i < count; i++) {
            places[i] = (places[i] >>> PLACE) * side;
        }
        int middle = MIDDLE + side / 2;
        for (int i = 0; i < count; i++) {
            places[i] += middle - steps[i] * back;
        }
    }

    private static void find(int[] x, int[] y, int stride, int[] at, int count) {
        for (int i = 0; i < count; i++) {
            at[i] = (y[i] >> PLACE) * stride + 2 * (x[i] >> PLACE);
        }
    }

    private static void gather(int[] texels, int[] at, int[] a, int[] b, int[] c, int[] d, int count) {
        for (int i = 0; i < count; i++) {
            int k = at[i];
            a[i] = texels[k];
            c[i] = texels[k + 1];
            b[i] = texels[k + 2];
            d[i] = texels[k + 3];
        }
    }

    /**
     * Adds the tap to the sums, and goes on to the next. Everything is written out here, as the compiler puts no method of this length
     * (more than 325 bytes of code) among the loops of another: where it did, {@link #gather} took three times as long.
     */
    private void weigh(int count) {
        for (int i = 0; i < count; i++) {
            right[i] = x[i] >> (PLACE - FINE) & ((1 << FINE) - 1);
        }
        for (int i = 0; i < count; i++) {
            int p = a[i] & LOWER;
            upper[i] = (p << FINE) + ((b[i] & LOWER) - p) * right[i];
        }
        for (int i = 0; i < count; i++) {
            int p = c[i] & LOWER;
            lower[i] = (p << FINE) + ((d[i] & LOWER) - p) * right[i];
        }
        for (int i = 0; i < count; i++) {
            down[i] = y[i] >> (PLACE - FINE) & ((1 << FINE) - 1);
        }
        for (int i = 0; i < count; i++) {
            int p = upper[i];
            redBlue[i] += ((p << FINE) + (lower[i] - p) * down[i] + HALVES) >>> FINE & SUMS;
        }
        for (int i = 0; i < count; i++) {
            int p = a[i] >> 8 & LOWER;
            upper[i] = (p << FINE) + ((b[i] >> 8 & LOWER) - p) * right[i];
        }
        for (int i = 0; i < count; i++) {
            int p = c[i] >> 8 & LOWER;
            lower[i] = (p << FINE) + ((d[i] >> 8 & LOWER) - p) * right[i];
        }
        for (int i = 0; i < count; i++) {
            int p = upper[i];
            green[i] += ((p << FINE) + (lower[i] - p) * down[i] + HALVES) >>> FINE & SUMS;
        }
        for (int i = 0; i < count; i++) {
            x[i] += 2 * stepX[i];
            y[i] += 2 * stepY[i];
        }
    }

    private static void mean(int[] sums, int shift, int share, int[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = ((sums[i] >>> shift & 0xffff) * share) >>> 16;
        }
    }
}
