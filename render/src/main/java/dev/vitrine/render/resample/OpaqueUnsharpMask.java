package dev.vitrine.render.resample;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.Size;
import java.util.Arrays;

/**
 * {@link UnsharpMask} for pictures without alpha, component by component, in whole numbers: loops over whole rows with the same
 * index everywhere, which the compiler makes vectors of. Never more than a level from the other way, unless the difference is just
 * about the threshold.
 */
final class OpaqueUnsharpMask {
    private static final int ROWS_PER_CHECK = 32;

    /** Bits behind the point of a weight, of what is kept between the two directions, and of a difference. */
    private static final int WEIGHT = 13;

    private static final int KEPT = 8;
    private static final int FINE = 12;
    private static final int AMOUNT = 8;

    private final int[] argb;
    private final Size size;
    private final Edge edge;
    private final int[] weights;
    private final int threshold;
    private final int amount;

    /** One row of one component, moved by each tap's distance. */
    private final int[][] moved;

    private final int[] source;
    private final int[] plain;

    /** Blurred along x, by component and row; a row's place is its number's rest. */
    private final int[][][] rows;

    private final int[] held;

    /**
     * @param half the Gaussian from its center outwards: the whole of it adds up to 1
     * @param amount at most 5
     * @param threshold levels
     */
    OpaqueUnsharpMask(int[] argb, Size size, Edge edge, float[] half, double amount, int threshold) {
        this.argb = argb;
        this.size = size;
        this.edge = edge;
        this.weights = whole(half);
        this.threshold = Math.min(threshold, 255) << FINE;
        this.amount = (int) Math.round(amount * (1 << AMOUNT));
        int taps = 2 * weights.length - 1;
        this.moved = new int[taps][size.width()];
        this.source = new int[size.width()];
        this.plain = new int[size.width()];
        this.rows = new int[3][taps][size.width()];
        this.held = new int[taps];
        Arrays.fill(held, Integer.MIN_VALUE);
    }

    private static int[] whole(float[] half) {
        int[] out = new int[half.length];
        int rest = 1 << WEIGHT;
        for (int i = 1; i < out.length; i++) {
            out[i] = Math.round(half[i] * (1 << WEIGHT));
            rest -= 2 * out[i];
        }
        out[0] = rest;
        int taps = out.length;
        while (taps > 1 && out[taps - 1] == 0) {
            taps--;
        }
        return Arrays.copyOf(out, taps);
    }

    int[] apply(Deadline deadline) {
        int width = size.width();
        int[] out = new int[argb.length];
        int[] line = new int[width];
        int[] result = new int[width];
        int[] sum = new int[width];
        for (int y = 0; y < size.height(); y++) {
            if (y % ROWS_PER_CHECK == 0) {
                deadline.check();
            }
            System.arraycopy(argb, y * width, line, 0, width);
            Arrays.fill(result, 0xff000000);
            for (int t = 1 - weights.length; t < weights.length; t++) {
                hold(y + t);
            }
            for (int c = 0; c < 3; c++) {
                blur(y, rows[c], sum);
                sharpen(line, sum, result, 16 - 8 * c, threshold, amount);
            }
            System.arraycopy(result, 0, out, y * width, width);
        }
        return out;
    }

    /** Sees that a row is there, blurred along x. */
    private void hold(int y) {
        int slot = Math.floorMod(y, held.length);
        if (held[slot] == y) {
            return;
        }
        held[slot] = y;
        System.arraycopy(argb, Weights.inside(y, size.height(), edge) * size.width(), source, 0, source.length);
        int reach = weights.length - 1;
        for (int c = 0; c < 3; c++) {
            component(source, 16 - 8 * c, plain);
            for (int t = -reach; t <= reach; t++) {
                move(t, moved[reach + t]);
            }
            combine(moved, reach, rows[c][slot]);
            round(rows[c][slot]);
        }
    }

    /** The component's row as it is {@code t} pixels further on. */
    private void move(int t, int[] out) {
        int inner = Math.max(0, out.length - Math.abs(t));
        if (inner > 0) {
            System.arraycopy(plain, Math.max(0, t), out, Math.max(0, -t), inner);
        }
        for (int x = 0; x < Math.min(-t, out.length); x++) {
            out[x] = plain[Weights.inside(x + t, plain.length, edge)];
        }
        for (int x = Math.max(0, out.length - t); x < out.length; x++) {
            out[x] = plain[Weights.inside(x + t, plain.length, edge)];
        }
    }

    private static void component(int[] line, int shift, int[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = line[i] >> shift & 255;
        }
    }

    /** The weighted sum of rows about row {@code center}. */
    private void combine(int[][] taps, int center, int[] sum) {
        scale(taps[center], weights[0], sum);
        for (int t = 1; t < weights.length; t++) {
            add(taps[center - t], taps[center + t], weights[t], sum);
        }
    }

    private void blur(int y, int[][] slots, int[] sum) {
        scale(slots[Math.floorMod(y, held.length)], weights[0], sum);
        for (int t = 1; t < weights.length; t++) {
            int[] above = slots[Math.floorMod(y - t, held.length)];
            int[] below = slots[Math.floorMod(y + t, held.length)];
            add(above, below, weights[t], sum);
        }
    }

    private static void scale(int[] from, int weight, int[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] = from[i] * weight;
        }
    }

    private static void add(int[] before, int[] behind, int weight, int[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += (before[i] + behind[i]) * weight;
        }
    }

    private static void round(int[] row) {
        for (int i = 0; i < row.length; i++) {
            row[i] = (row[i] + (1 << (WEIGHT - KEPT - 1))) >> (WEIGHT - KEPT);
        }
    }

    /** @param blurred with {@link #WEIGHT} and {@link #KEPT} bits behind the point */
    private static void sharpen(int[] line, int[] blurred, int[] out, int shift, int threshold, int amount) {
        for (int i = 0; i < line.length; i++) {
            int c = line[i] >> shift & 255;
            int difference = (c << FINE) - ((blurred[i] + (1 << (WEIGHT + KEPT - FINE - 1))) >> (WEIGHT + KEPT - FINE));
            int sign = difference >> 31;
            int size = (difference ^ sign) - sign;
            int counts = (threshold - size) >> 31; // all ones above the threshold
            int more = (difference & counts) * amount;
            int value = ((c << (FINE + AMOUNT)) + more + (1 << (FINE + AMOUNT - 1))) >> (FINE + AMOUNT);
            int positive = value & ~(value >> 31);
            out[i] |= ((positive | (255 - positive) >> 31) & 255) << shift;
        }
    }
}
