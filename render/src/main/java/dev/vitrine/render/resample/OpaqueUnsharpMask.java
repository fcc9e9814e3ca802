package dev.vitrine.render.resample;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.Pieces;
import java.util.Arrays;

/**
 * {@link UnsharpMask} for pictures without alpha, component by component, in whole numbers: loops over pieces of rows with the same
 * index everywhere, which the compiler makes vectors of. Never more than a level from the other way, unless the difference is just
 * about the threshold.
 *
 * <p>The blur is symmetric: two pixels at the same distance are added before they are weighed, all their components in one number.
 * Further products are taken away with negative weights: what is added may change places, and then the compiler gives up.
 */
final class OpaqueUnsharpMask {
    private static final int ROWS_PER_CHECK = 32;

    /** Bits behind the point of a weight, of what is kept between the two directions, and of a difference. */
    private static final int WEIGHT = 13;

    private static final int KEPT = 8;
    private static final int FINE = 12;
    private static final int AMOUNT = 8;

    private final Size size;
    private final Edge edge;

    /** From the center outwards; after it an even number, the last perhaps 0. */
    private final int[] weights;

    private final int reach;
    private final int threshold;
    private final int amount;

    /** A row of the picture, with as many pixels more on either side as a tap can be away. */
    private final int[] wide;

    private final int[] line;

    /** By distance the pixels that lie so far before, and then their sums with those that lie as far behind. */
    private final int[][] before;

    private final int[][] behind;

    /** Blurred along x, by component and row; a row's place is its number's rest. */
    private final int[][][] rows;

    private final int[] held;

    /** The places of the rows about the one that is sharpened. */
    private final int[] slots;

    private final int[] sum;
    private final int[] result;

    /**
     * @param half the Gaussian from its center outwards: the whole of it adds up to 1
     * @param amount at most 5
     * @param threshold levels
     */
    OpaqueUnsharpMask(Size size, Edge edge, float[] half, double amount, int threshold) {
        int width = size.width();
        this.size = size;
        this.edge = edge;
        this.weights = whole(half);
        this.reach = weights.length - 1;
        this.threshold = Math.min(threshold, 255) << FINE;
        this.amount = (int) Math.round(amount * (1 << AMOUNT));
        this.wide = new int[width + 2 * reach];
        this.line = new int[width];
        this.before = new int[reach + 1][width];
        this.behind = new int[reach + 1][width];
        this.rows = new int[3][2 * reach + 1][width];
        this.held = new int[2 * reach + 1];
        this.slots = new int[2 * reach + 1];
        this.sum = new int[width];
        this.result = new int[width];
    }

    private static int[] whole(float[] half) {
        int[] out = new int[half.length + 2];
        int rest = 1 << WEIGHT;
        int last = 1;
        for (int i = 1; i < half.length; i++) {
            out[i] = Math.round(half[i] * (1 << WEIGHT));
            rest -= 2 * out[i];
            last = out[i] == 0 ? last : i;
        }
        out[0] = rest;
        return Arrays.copyOf(out, last + 1 + last % 2);
    }

    /**
     * Sharpens a part of a picture.
     *
     * @param from the picture
     * @param to where the part goes; may be the same where the edge is {@link Edge#CLAMP}: rows are read before they are written
     */
    void sharpen(int[] from, int[] to, Pieces part, Deadline deadline) {
        Arrays.fill(held, Integer.MIN_VALUE);
        Pieces blurred = part.grown(0, reach);
        int width = size.width();
        for (int y = 0; y < size.height(); y++) {
            if (y % ROWS_PER_CHECK == 0) {
                deadline.check();
            }
            if (part.first(y) == part.first(y + 1)) {
                continue;
            }
            for (int t = -reach; t <= reach; t++) {
                slots[reach + t] = hold(from, y + t, blurred);
            }
            for (int piece = part.first(y); piece < part.first(y + 1); piece++) {
                int left = part.from(piece);
                int right = part.to(piece);
                System.arraycopy(from, y * width + left, line, left, right - left);
                sharpen(left, right);
                System.arraycopy(result, left, to, y * width + left, right - left);
            }
        }
    }

    private void sharpen(int left, int right) {
        Arrays.fill(result, left, right, 0xff000000);
        for (int c = 0; c < 3; c++) {
            int[][] near = rows[c];
            centered(near, weights, slots, sum, left, right);
            for (int t = 3; t <= reach; t++) {
                add(near[slots[reach - t]], near[slots[reach + t]], weights[t], sum, left, right);
            }
            int shift = 16 - 8 * c;
            moved(line, sum, shift, threshold, amount, result, left, right);
        }
    }

    /** Sees that a row is there, blurred along x, as far as it is needed; its place. */
    private int hold(int[] from, int y, Pieces pieces) {
        int slot = Math.floorMod(y, held.length);
        if (held[slot] == y) {
            return slot;
        }
        held[slot] = y;
        int row = Math.min(Math.max(y, 0), size.height() - 1);
        int start = Weights.inside(y, size.height(), edge) * size.width();
        for (int piece = pieces.first(row); piece < pieces.first(row + 1); piece++) {
            blur(from, start, slot, pieces.from(piece), pieces.to(piece));
        }
        return slot;
    }

    private void blur(int[] from, int start, int slot, int left, int right) {
        readWide(from, start, left, right);
        System.arraycopy(wide, left + reach, line, left, right - left);
        spread(wide, left, right + 2 * reach);
        for (int t = 1; t <= reach; t++) {
            System.arraycopy(wide, left + reach - t, before[t], left, right - left);
            System.arraycopy(wide, left + reach + t, behind[t], left, right - left);
        }
        for (int t = 1; t <= reach; t++) {
            plus(before[t], behind[t], left, right);
        }
        blur(16, 20, rows[0][slot], left, right);
        blur(8, 10, rows[1][slot], left, right);
        blur(0, 0, rows[2][slot], left, right);
    }

    /** @param spread where the component lies in what was added */
    private void blur(int shift, int spread, int[] out, int left, int right) {
        int drop = WEIGHT - KEPT;
        first(line, shift, before[1], before[2], spread, weights, reach == 2 ? drop : 0, out, left, right);
        for (int t = 3; t < reach; t += 2) {
            further(
                    before[t],
                    before[t + 1],
                    spread,
                    weights[t],
                    weights[t + 1],
                    t + 1 == reach ? drop : 0,
                    out,
                    left,
                    right);
        }
    }

    /** Reads what is needed about a piece of a row, and what lies beyond the picture's edges. */
    private void readWide(int[] from, int start, int left, int right) {
        int width = size.width();
        int first = Math.max(0, left - reach);
        int end = Math.min(width, right + reach);
        System.arraycopy(from, start + first, wide, first + reach, end - first);
        for (int x = left - reach; x < 0; x++) {
            wide[x + reach] = from[start + Weights.inside(x, width, edge)];
        }
        for (int x = width; x < right + reach; x++) {
            wide[x + reach] = from[start + Weights.inside(x, width, edge)];
        }
    }

    /** Makes room for two pixels' sum: red from bit 20 on, green from bit 10 on, blue. */
    private static void spread(int[] line, int from, int to) {
        for (int i = from; i < to; i++) {
            int p = line[i];
            line[i] = ((p & 0xff0000) << 4) + ((p & 0xff00) << 2) + (p & 0xff);
        }
    }

    private static void plus(int[] sum, int[] other, int from, int to) {
        for (int i = from; i < to; i++) {
            sum[i] += other[i];
        }
    }

    private static void first(
            int[] line,
            int shift,
            int[] near,
            int[] far,
            int spread,
            int[] weights,
            int drop,
            int[] out,
            int from,
            int to) {
        int center = weights[0];
        int a = -weights[1];
        int b = -weights[2];
        int half = 1 << (WEIGHT - KEPT - 1);
        for (int i = from; i < to; i++) {
            int own = (line[i] >> shift & 255) * center + half;
            out[i] = (own - (near[i] >> spread & 1023) * a - (far[i] >> spread & 1023) * b) >> drop;
        }
    }

    private static void further(
            int[] near, int[] far, int spread, int weight, int next, int drop, int[] out, int from, int to) {
        int a = -weight;
        int b = -next;
        for (int i = from; i < to; i++) {
            out[i] = (out[i] - (near[i] >> spread & 1023) * a - (far[i] >> spread & 1023) * b) >> drop;
        }
    }

    private static void centered(int[][] rows, int[] weights, int[] slots, int[] sum, int from, int to) {
        int reach = slots.length / 2;
        int[] center = rows[slots[reach]];
        int[] above = rows[slots[reach - 1]];
        int[] below = rows[slots[reach + 1]];
        int[] top = rows[slots[reach - 2]];
        int[] bottom = rows[slots[reach + 2]];
        int weight = weights[0];
        int a = -weights[1];
        int b = -weights[2];
        for (int i = from; i < to; i++) {
            sum[i] = center[i] * weight - (above[i] + below[i]) * a - (top[i] + bottom[i]) * b;
        }
    }

    private static void add(int[] above, int[] below, int weight, int[] sum, int from, int to) {
        for (int i = from; i < to; i++) {
            sum[i] += (above[i] + below[i]) * weight;
        }
    }

    /** Adds what the blur has taken away, if that is above the threshold. {@code blurred} has all bits behind the point. */
    private static void moved(
            int[] line, int[] blurred, int shift, int threshold, int amount, int[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            int own = (line[i] >> shift & 255) << FINE;
            int difference = own - ((blurred[i] + (1 << (WEIGHT + KEPT - FINE - 1))) >> (WEIGHT + KEPT - FINE));
            int sign = difference >> 31;
            int counts = (threshold - ((difference ^ sign) - sign)) >> 31; // all ones above the threshold
            int value =
                    ((own << AMOUNT) + (difference & counts) * amount + (1 << (FINE + AMOUNT - 1))) >> (FINE + AMOUNT);
            int positive = value & ~(value >> 31);
            out[i] |= ((positive | (255 - positive) >> 31) & 255) << shift;
        }
    }
}
