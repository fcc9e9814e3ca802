package dev.vitrine.render.texture;

import java.util.Arrays;

/**
 * The taps of a run of places that have the same number of taps on the same size of an opaque tile, in whole numbers: positions
 * within a texel have 4 bits, and so have components behind the point.
 *
 * <p>Steps are loops over the whole run with the same index everywhere, which the compiler makes vectors of; only {@link #gather} has to go
 * from place to place. Red and blue, then green, are in one number each, 16 bits apart: a texel's 8 bits and 4 for each direction.
 * Not safe for many threads.
 */
final class QuickTaps {
    /** Places of a run at most: so all that they need stays in the nearest cache. */
    static final int MOST = 256;

    /** The bits behind the point of positions. */
    private static final int PLACE = 14;

    /** Those of them that weights are made of. */
    private static final int FINE = 4;

    /** Sides of this many pixels and more have no quick positions. */
    static final int LONGEST = 1 << (30 - PLACE);

    private static final int LOWER = 0xff00ff;
    private static final int SUMS = 0xfff0fff;
    private static final int HALVES = 0x80008;

    /** Makes arrays' lengths no power of two: so they do not all lie in the same places of the cache. */
    private static final int SPREAD = 16;

    /** Where the next tap of each place lies, and how far it is to the one after that. */
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
    private int stride;
    private double across;
    private double below;
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
     * @param width the tile's, at full size
     * @param taps of each place
     */
    void start(TexelPairs level, int width, int height, int taps) {
        this.texels = level.texels();
        this.stride = level.stride();
        this.across = (double) (level.width() << PLACE) / width;
        this.below = (double) (level.height() << PLACE) / height;
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
     * @param left where they lie in the tile at full size, 0 to its width
     * @param longX the footprint's long axis there
     */
    void add(double[] left, double[] top, int from, int to, float longX, float longY) {
        double nextX = longX * across / taps;
        double nextY = longY * below / taps;
        double middle = (TexelPairs.MARGIN - 0.5) * (1 << PLACE) + (1 << (PLACE - FINE - 1));
        double firstX = middle - (taps - 1) * 0.5 * nextX;
        double firstY = middle - (taps - 1) * 0.5 * nextY;
        int n = to - from;
        for (int i = 0; i < n; i++) {
            x[count + i] = (int) (left[from + i] * across + firstX);
            y[count + i] = (int) (top[from + i] * below + firstY);
        }
        Arrays.fill(stepX, count, count + n, (int) nextX);
        Arrays.fill(stepY, count, count + n, (int) nextY);
        count += n;
    }

    /** Writes the run's colors. */
    void write(FixedRow out, int to) {
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
        System.arraycopy(a, 0, out.red, to, count);
        System.arraycopy(b, 0, out.green, to, count);
        System.arraycopy(c, 0, out.blue, to, count);
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
            x[i] += stepX[i];
            y[i] += stepY[i];
        }
    }

    private static void mean(int[] sums, int shift, int share, int[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = ((sums[i] >>> shift & 0xffff) * share) >>> 16;
        }
    }
}
