package dev.vitrine.render.resample;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;
import java.util.Arrays;

/**
 * Scales pictures: first along rows, then along columns, one target row at a time.
 *
 * <p>Two components share a {@code long}, the higher in its upper 32 bits. A sum of signed products of such pairs is again
 * such a pair as long as each component's sum fits 32 signed bits, which {@link Weights} of 14 bits on 8-bit components
 * (with 6 bits kept in between) leave room for.
 */
public final class Resampler {
    /** Bits behind the point between the two directions. */
    static final int KEPT = 6;

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
        if (opaque) {
            int[] out = scaleOpaque(source.argb(), source.size(), size, deadline);
            return new PixelBuffer(size.width(), size.height(), out);
        }
        int[] out = scale(Premultiplied.from(source.argb()), source.size(), size, deadline);
        Premultiplied.toStraight(out);
        return new PixelBuffer(size.width(), size.height(), out);
    }

    /**
     * How many pixels of the source, along each direction, may stand for one before it is scaled: 1, 2, 4 or 8. All of the shrinking
     * may be done so for {@link Kernel#BILINEAR}; the other filters have a character, and at least half of it is left to them.
     */
    public int reduction(Size from, Size to) {
        int rest = kernel == Kernel.BILINEAR ? 1 : 2;
        int factor = 8;
        while (factor > 1
                && (to.width() * rest > from.width() / factor || to.height() * rest > from.height() / factor)) {
            factor /= 2;
        }
        return factor;
    }

    /**
     * A part of a scaled picture, the same as that part of the whole one.
     *
     * @param source opaque
     * @param part within {@code size}, not empty
     */
    public PixelBuffer scale(PixelBuffer source, Size size, Region part, Deadline deadline) {
        if (source.size().equals(size)) {
            return source.cut(part);
        }
        RowReader rows = RowReader.of(source.argb(), source.width());
        int[] out = new OpaqueResampler(rows, kernel, edge, source.size(), size, part).scale(part.height(), deadline);
        return new PixelBuffer(part.width(), part.height(), out);
    }

    /**
     * A part of a scaled picture, the same as that part of the whole one; only what it needs of the source is read.
     *
     * @param source straight pixels
     * @param part within {@code to}, not empty
     */
    public PixelBuffer scale(RowReader source, Size from, Size to, Region part, Deadline deadline) {
        if (from.equals(to)) {
            return source.part(part);
        }
        RowReader premultiplied = (x, y, count, row) -> {
            source.read(x, y, count, row);
            Premultiplied.fromStraight(row, count);
        };
        int[] out = parts(premultiplied, from, to, part, deadline);
        Premultiplied.toStraight(out);
        return new PixelBuffer(part.width(), part.height(), out);
    }

    /** Opaque pixels; the same as {@link #scale(int[], Size, Size, Deadline)}, sooner. */
    public int[] scaleOpaque(int[] source, Size from, Size to, Deadline deadline) {
        Region all = new Region(0, 0, to.width(), to.height());
        RowReader rows = RowReader.of(source, from.width());
        return new OpaqueResampler(rows, kernel, edge, from, to, all).scale(to.height(), deadline);
    }

    /** Four-component pixels, each component for itself: pictures with alpha have to be premultiplied. */
    public int[] scale(int[] source, Size from, Size to, Deadline deadline) {
        Region all = new Region(0, 0, to.width(), to.height());
        return parts(RowReader.of(source, from.width()), from, to, all, deadline);
    }

    private int[] parts(RowReader source, Size from, Size to, Region part, Deadline deadline) {
        Weights across = Weights.of(kernel, from.width(), to.width(), edge, part.x(), part.width());
        Weights down = Weights.of(kernel, from.height(), to.height(), edge, part.y(), part.height());
        RowCache rows = new RowCache(source, from.height(), edge, across, part.width(), down.taps);
        int[] out = new int[Math.multiplyExact(part.width(), part.height())];
        long[][] taps = new long[down.taps][];
        for (int y = 0; y < part.height(); y++) {
            if (y % ROWS_PER_CHECK == 0) {
                deadline.check();
            }
            for (int t = 0; t < down.taps; t++) {
                boolean counts = down.weight[y * down.taps + t] != 0;
                taps[t] = counts ? rows.row(down.first[y] + t) : null;
            }
            combine(taps, down.weight, y * down.taps, out, y * part.width(), part.width());
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
        private final RowReader source;
        private final int height;
        private final Edge edge;
        private final Weights weights;
        private final long[][] rows;
        private final int[] held;
        private final int firstColumn;
        private final int[] pixels;
        private final long[] spread;

        RowCache(RowReader source, int height, Edge edge, Weights weights, int width, int capacity) {
            this.source = source;
            this.height = height;
            this.edge = edge;
            this.weights = weights;
            this.rows = new long[capacity][2 * width];
            this.held = new int[capacity];
            this.firstColumn = Arrays.stream(weights.index).min().orElseThrow();
            int columns = Arrays.stream(weights.index).max().orElseThrow() - firstColumn + 1;
            this.pixels = new int[columns];
            this.spread = new long[2 * columns];
            Arrays.fill(held, Integer.MIN_VALUE);
        }

        /** Pairs (alpha, green) and (red, blue) of each pixel, with {@link #KEPT} bits behind the point. */
        long[] row(int y) {
            int slot = Math.floorMod(y, rows.length);
            if (held[slot] != y) {
                fill(Weights.inside(y, height, edge), rows[slot]);
                held[slot] = y;
            }
            return rows[slot];
        }

        private void fill(int y, long[] row) {
            source.read(firstColumn, y, pixels.length, pixels);
            for (int x = 0; x < pixels.length; x++) {
                int p = pixels[x];
                spread[2 * x] = pair(p >>> 8 & ODD);
                spread[2 * x + 1] = pair(p & ODD);
            }
            int at = 0;
            for (int i = 0; i < row.length; i += 2) {
                long ag = 0;
                long rb = 0;
                for (int t = 0; t < weights.taps; t++, at++) {
                    long w = weights.weight[at];
                    int s = 2 * (weights.index[at] - firstColumn);
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
