package dev.vitrine.render.resample;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.PixelBuffer;
import java.util.Arrays;

/**
 * Scales pictures: first along rows, then along columns, one target row at a time.
 *
 * <p>Two components share a {@code long}, the higher in its upper 32 bits. A sum of signed products of such pairs is again
 * such a pair as long as each component's sum fits 32 signed bits, which {@link Weights} of 14 bits on 8-bit components
 * (with 6 bits kept in between) leave room for.
 */
public final class Resampler {
    private static final int KEPT = 6;
    private static final int ROWS_PER_CHECK = 32;
    private static final long ODD = 0x00ff00ffL;

    private final Kernel kernel;
    private final Edge edge;

    public Resampler(Kernel kernel, Edge edge) {
        this.kernel = kernel;
        this.edge = edge;
    }

    /** The picture at this size; the same buffer when it has this size already. Colors are weighed by their alpha. */
    public PixelBuffer scale(PixelBuffer source, Size size, Deadline deadline) {
        if (source.size().equals(size)) {
            return source;
        }
        boolean opaque = Premultiplied.isOpaque(source.argb());
        int[] in = opaque ? source.argb() : Premultiplied.from(source.argb());
        int[] out = scale(in, source.size(), size, deadline);
        if (!opaque) {
            Premultiplied.toStraight(out);
        }
        return new PixelBuffer(size.width(), size.height(), out);
    }

    /** Four-component pixels, each component for itself: pictures with alpha have to be premultiplied. */
    public int[] scale(int[] source, Size from, Size to, Deadline deadline) {
        Weights across = Weights.of(kernel, from.width(), to.width(), edge);
        Weights down = Weights.of(kernel, from.height(), to.height(), edge);
        RowCache rows = new RowCache(source, from, edge, across, to.width(), down.taps);
        int[] out = new int[Math.multiplyExact(to.width(), to.height())];
        long[][] taps = new long[down.taps][];
        for (int y = 0; y < to.height(); y++) {
            if (y % ROWS_PER_CHECK == 0) {
                deadline.check();
            }
            for (int t = 0; t < down.taps; t++) {
                boolean counts = down.weight[y * down.taps + t] != 0;
                taps[t] = counts ? rows.row(down.first[y] + t) : null;
            }
            combine(taps, down.weight, y * down.taps, out, y * to.width(), to.width());
        }
        return out;
    }

    private static void combine(long[][] rows, int[] weights, int first, int[] out, int offset, int width) {
        long[] sum = new long[2 * width];
        for (int t = 0; t < rows.length; t++) {
            if (rows[t] != null) {
                accumulate(sum, rows[t], weights[first + t]);
            }
        }
        for (int x = 0; x < width; x++) {
            out[offset + x] = component(high(sum[2 * x])) << 24
                    | component(high(sum[2 * x + 1])) << 16
                    | component(low(sum[2 * x])) << 8
                    | component(low(sum[2 * x + 1]));
        }
    }

    private static void accumulate(long[] sum, long[] row, long weight) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * row[i];
        }
    }

    private static int component(int sum) {
        int value = (sum + (1 << (Weights.BITS + KEPT - 1))) >> (Weights.BITS + KEPT);
        return Math.min(Math.max(value, 0), 255);
    }

    private static int low(long pair) {
        return (int) pair;
    }

    private static int high(long pair) {
        return (int) ((pair - (int) pair) >> 32);
    }

    /** Source rows already scaled along x: as many as one target row needs, which always follow one another. */
    private static final class RowCache {
        private final int[] source;
        private final Size from;
        private final Edge edge;
        private final Weights weights;
        private final long[][] rows;
        private final int[] held;
        private final long[] spread;

        RowCache(int[] source, Size from, Edge edge, Weights weights, int width, int capacity) {
            this.source = source;
            this.from = from;
            this.edge = edge;
            this.weights = weights;
            this.rows = new long[capacity][2 * width];
            this.held = new int[capacity];
            this.spread = new long[2 * from.width()];
            Arrays.fill(held, Integer.MIN_VALUE);
        }

        /** Pairs (alpha, green) and (red, blue) of each pixel, with {@link #KEPT} bits behind the point. */
        long[] row(int y) {
            int slot = Math.floorMod(y, rows.length);
            if (held[slot] != y) {
                fill(Weights.inside(y, from.height(), edge), rows[slot]);
                held[slot] = y;
            }
            return rows[slot];
        }

        private void fill(int y, long[] row) {
            for (int x = 0; x < from.width(); x++) {
                int p = source[y * from.width() + x];
                spread[2 * x] = pair(p >>> 8 & ODD);
                spread[2 * x + 1] = pair(p & ODD);
            }
            int at = 0;
            for (int i = 0; i < row.length; i += 2) {
                long ag = 0;
                long rb = 0;
                for (int t = 0; t < weights.taps; t++, at++) {
                    long w = weights.weight[at];
                    int s = 2 * weights.index[at];
                    ag += w * spread[s];
                    rb += w * spread[s + 1];
                }
                row[i] = shortened(ag);
                row[i + 1] = shortened(rb);
            }
        }

        private static long pair(long odd) {
            return (odd & 0xff) | (odd & 0xff0000) << 16;
        }

        private static long shortened(long pair) {
            long low = round(low(pair));
            long high = round(high(pair));
            return (high << 32) + low;
        }

        private static int round(int sum) {
            int drop = Weights.BITS - KEPT;
            return (sum + (1 << (drop - 1))) >> drop;
        }
    }
}
