package dev.vitrine.render.codec;

import static dev.vitrine.render.codec.JpegBlocks.C_0_298;
import static dev.vitrine.render.codec.JpegBlocks.C_0_390;
import static dev.vitrine.render.codec.JpegBlocks.C_0_541;
import static dev.vitrine.render.codec.JpegBlocks.C_0_765;
import static dev.vitrine.render.codec.JpegBlocks.C_0_899;
import static dev.vitrine.render.codec.JpegBlocks.C_1_175;
import static dev.vitrine.render.codec.JpegBlocks.C_1_501;
import static dev.vitrine.render.codec.JpegBlocks.C_1_847;
import static dev.vitrine.render.codec.JpegBlocks.C_1_961;
import static dev.vitrine.render.codec.JpegBlocks.C_2_053;
import static dev.vitrine.render.codec.JpegBlocks.C_2_562;
import static dev.vitrine.render.codec.JpegBlocks.C_3_072;

import java.util.Arrays;

/**
 * One row of 8 × 8 blocks on its way from coefficients to samples, whole or smaller: each sample is then the mean of those that it
 * stands for, which costs less than all of them. All blocks lie side by side, so that every step is a plain loop over a whole row, and
 * what lies at one place of every block lies together, so that columns turn into rows by copying pieces.
 *
 * <p>Along one dimension sample {@code n} of 8 is {@code X0 + √2 Σ Xk cos((2n+1)kπ/16)}, up to a factor of √8. The mean of two neighbors is
 * the same sum with {@code cos(kπ/16) cos((2j+1)kπ/8)}, that of four with {@code cos(kπ/16) cos(kπ/8) cos((2j+1)kπ/4)}, and that of
 * eight is {@code X0}. The whole transform is the one of Loeffler, Ligtenberg and Moschytz (1989). Whole numbers, with 13 bits behind
 * the point.
 */
final class JpegInverse {
    private static final int BITS = 13;

    /** Precision kept between the two passes. */
    private static final int KEPT = 2;

    // the factors of means of two: of coefficient k in the outer and the inner two of the four means

    private static final int P_2 = fixed(0.923879533);
    private static final int P_6 = fixed(0.382683432);
    private static final int P_1_OUTER = fixed(1.281457724);
    private static final int P_3_OUTER = fixed(0.449988112);
    private static final int P_5_OUTER = fixed(0.300672443);
    private static final int P_7_OUTER = fixed(0.254897790);
    private static final int P_1_INNER = fixed(0.530797169);
    private static final int P_3_INNER = fixed(1.086367402);
    private static final int P_5_INNER = fixed(0.725887491);
    private static final int P_7_INNER = fixed(0.105582121);

    // those of means of four

    private static final int F_1 = fixed(0.906127446);
    private static final int F_3 = fixed(0.318189645);
    private static final int F_5 = fixed(0.212607524);
    private static final int F_7 = fixed(0.180239956);

    private static final int NOWHERE = 8;

    private final int units;
    private final int blocks;
    private final int across;
    private final int[] places = new int[256];
    private final int[][] coefficients;
    private final int[][] half;
    private final int[][] turned;
    private final int[][] samples;
    private final int[][] work;
    private final int[][] turnedWork;

    /**
     * Room for a row of blocks.
     *
     * @param units how many units (MCUs) lie side by side
     * @param each how many blocks each of them has
     * @param across samples of a block's row: 8, 4, 2 or 1
     * @param down likewise of a column
     * @param quantization 64 factors, in the order of the file
     */
    JpegInverse(int units, int each, int across, int down, int[] quantization) {
        this.units = units;
        this.blocks = units * each;
        this.across = across;
        Arrays.fill(places, NOWHERE << 24);
        for (int k = 0; k < 64; k++) {
            int n = JpegTokens.ZIGZAG[k];
            boolean counts = counts(n % 8, across) && counts(n / 8, down);
            if (counts) {
                places[k] = (n % 8) << 24 | (n / 8 * blocks) << 8 | quantization[k];
            }
        }
        this.coefficients = new int[9][8 * blocks];
        this.half = new int[across][8 * blocks];
        this.turned = new int[8][across * blocks];
        this.samples = new int[down][across * blocks];
        this.work = new int[6][8 * blocks];
        this.turnedWork = new int[6][across * blocks];
    }

    /** Whether a coefficient has a share in the means. */
    private static boolean counts(int k, int samples) {
        return switch (samples) {
            case 8 -> true;
            case 4 -> k != 4;
            case 2 -> k == 0 || k % 2 == 1;
            default -> k == 0;
        };
    }

    /**
     * By u (across) the rows of coefficients: that of block {@code b} and {@code v} (down) at {@code v · blocks + b}, where the first blocks of
     * all units come before their second ones. The last row is for those that do not count.
     */
    int[][] coefficients() {
        return coefficients;
    }

    /**
     * Where a coefficient goes, by its number in the file: the row in {@link #coefficients} from bit 24 on, the place of block 0 there from
     * bit 8 on, and what to multiply it by in bits 0 to 7. Numbers from 64 on lie nowhere.
     */
    int[] places() {
        return places;
    }

    /**
     * Makes the coefficients samples, 0 to 255, and then zeros. In their rows samples of the same column of all units lie together. Rows are
     * used again for the next row of blocks.
     */
    int[][] transform() {
        pass(coefficients, half, across, work, BITS - KEPT, 0);
        for (int u = 0; u < 8; u++) {
            if (counts(u, across)) {
                Arrays.fill(coefficients[u], 0);
            }
        }
        turn();
        int drop = BITS + KEPT + 3;
        pass(turned, samples, samples.length, turnedWork, drop, 128 << drop);
        for (int[] row : samples) {
            limit(row);
        }
        return samples;
    }

    /** Columns become rows. */
    private void turn() {
        for (int x = 0; x < across; x++) {
            for (int v = 0; v < 8; v++) {
                for (int first = 0, h = 0; first < blocks; first += units, h++) {
                    System.arraycopy(half[x], v * blocks + first, turned[v], (h * across + x) * units, units);
                }
            }
        }
    }

    /** One dimension of every block; {@code more} is added to every sample before it loses {@code drop} bits. */
    private static void pass(int[][] in, int[][] out, int samples, int[][] work, int drop, int more) {
        int rounding = more + (1 << (drop - 1));
        switch (samples) {
            case 8 -> whole(in, out, work, drop, rounding);
            case 4 -> {
                pairs(in[0], in[2], in[6], work[0], work[1], rounding);
                odd(in[1], in[3], in[5], in[7], work[2], P_1_OUTER, P_3_OUTER, -P_5_OUTER, -P_7_OUTER);
                odd(in[1], in[3], in[5], in[7], work[3], P_1_INNER, -P_3_INNER, P_5_INNER, -P_7_INNER);
                combine(work[0], work[2], out[0], out[3], drop);
                combine(work[1], work[3], out[1], out[2], drop);
            }
            case 2 -> {
                odd(in[1], in[3], in[5], in[7], work[2], F_1, -F_3, F_5, -F_7);
                shifted(in[0], work[0], 0, rounding);
                combine(work[0], work[2], out[0], out[1], drop);
            }
            default -> shifted(in[0], out[0], drop, rounding);
        }
    }

    private static void whole(int[][] in, int[][] out, int[][] work, int drop, int rounding) {
        even(in[0], in[4], work[0], work[1], rounding);
        turn(in[2], in[6], work[2], work[3]);
        sums(work[0], work[2], work[4], work[5]); // samples 0 and 3
        sums(work[1], work[3], work[0], work[2]); // samples 1 and 2
        mixed(in[1], in[3], in[5], in[7], work[1], work[3]);
        outer(in[7], in[1], work[1], work[3], out[3], out[0], C_0_899, C_0_298, C_1_501);
        outer(in[5], in[3], work[3], work[1], out[2], out[1], C_2_562, C_2_053, C_3_072);
        combine(work[4], out[0], out[0], out[7], drop);
        combine(work[0], out[1], out[1], out[6], drop);
        combine(work[2], out[2], out[2], out[5], drop);
        combine(work[5], out[3], out[3], out[4], drop);
    }

    // plain loops over whole arrays with the same index everywhere: the compiler makes vectors of them

    private static void even(int[] a, int[] b, int[] sum, int[] difference, int rounding) {
        for (int i = 0; i < a.length; i++) {
            int x = (a[i] << BITS) + rounding;
            int y = b[i] << BITS;
            sum[i] = x + y;
            difference[i] = x - y;
        }
    }

    private static void turn(int[] in2, int[] in6, int[] outer, int[] inner) {
        for (int i = 0; i < in2.length; i++) {
            int a = in2[i];
            int b = in6[i];
            int z = (a + b) * C_0_541;
            outer[i] = z + a * C_0_765;
            inner[i] = z - b * C_1_847;
        }
    }

    private static void sums(int[] a, int[] b, int[] sum, int[] difference) {
        for (int i = 0; i < a.length; i++) {
            int x = a[i];
            int y = b[i];
            sum[i] = x + y;
            difference[i] = x - y;
        }
    }

    private static void mixed(int[] in1, int[] in3, int[] in5, int[] in7, int[] y3, int[] y4) {
        for (int i = 0; i < in1.length; i++) {
            int z3 = in7[i] + in3[i];
            int z4 = in5[i] + in1[i];
            int z5 = (z3 + z4) * C_1_175;
            y3[i] = z5 - z3 * C_1_961;
            y4[i] = z5 - z4 * C_0_390;
        }
    }

    private static void outer(
            int[] a, int[] b, int[] ya, int[] yb, int[] outA, int[] outB, int both, int onlyA, int onlyB) {
        for (int i = 0; i < a.length; i++) {
            int x = a[i];
            int y = b[i];
            int z = (x + y) * both;
            outA[i] = x * onlyA - z + ya[i];
            outB[i] = y * onlyB - z + yb[i];
        }
    }

    private static void combine(int[] even, int[] odd, int[] first, int[] last, int drop) {
        for (int i = 0; i < even.length; i++) {
            int x = even[i];
            int y = odd[i];
            first[i] = (x + y) >> drop;
            last[i] = (x - y) >> drop;
        }
    }

    private static void pairs(int[] in0, int[] in2, int[] in6, int[] outer, int[] inner, int rounding) {
        for (int i = 0; i < in0.length; i++) {
            int x = (in0[i] << BITS) + rounding;
            int y = in2[i] * P_2 - in6[i] * P_6;
            outer[i] = x + y;
            inner[i] = x - y;
        }
    }

    /** The share of the odd coefficients in a mean. Two loops of this size become vectors, one for two means does not. */
    private static void odd(int[] in1, int[] in3, int[] in5, int[] in7, int[] out, int by1, int by3, int by5, int by7) {
        for (int i = 0; i < in1.length; i++) {
            out[i] = in1[i] * by1 + in3[i] * by3 + in5[i] * by5 + in7[i] * by7;
        }
    }

    private static void shifted(int[] in, int[] out, int drop, int rounding) {
        for (int i = 0; i < in.length; i++) {
            out[i] = ((in[i] << BITS) + rounding) >> drop;
        }
    }

    private static void limit(int[] samples) {
        for (int i = 0; i < samples.length; i++) {
            samples[i] = JpegPixels.limited(samples[i]);
        }
    }

    private static int fixed(double factor) {
        return (int) Math.round(factor * (1 << BITS));
    }
}
