package dev.vitrine.render.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One row of 8 × 8 blocks on its way from samples to quantized coefficients, all blocks side by side so that every step is a
 * plain loop over a whole row. What lies at one place of every block lies together: so rows turn into columns by copying pieces. The
 * transform is the one of Loeffler, Ligtenberg and Moschytz (1989) in whole numbers with 13 bits behind the point, columns first;
 * it leaves coefficients 8 times too large, which the quantization makes up for.
 */
final class JpegBlocks {
    private static final int BITS = 13;

    /** Precision kept between the two passes. */
    private static final int KEPT = 2;

    // the factors of the transform; JpegInverse has the same

    static final int C_0_298 = fixed(0.298631336);
    static final int C_0_390 = fixed(0.390180644);
    static final int C_0_541 = fixed(0.541196100);
    static final int C_0_765 = fixed(0.765366865);
    static final int C_0_899 = fixed(0.899976223);
    static final int C_1_175 = fixed(1.175875602);
    static final int C_1_501 = fixed(1.501321110);
    static final int C_1_847 = fixed(1.847759065);
    static final int C_1_961 = fixed(1.961570560);
    static final int C_2_053 = fixed(2.053119869);
    static final int C_2_562 = fixed(2.562915447);
    static final int C_3_072 = fixed(3.072711026);

    private static final int RECIPROCAL_BITS = 19;

    /** By row of a block and the bits of its columns: the bits of their numbers in the file, all but the mean's. */
    private static final long[] ORDER = order();

    private final int[] places;
    private final int[] quantization;
    private final int[][] samples;
    private final int[][] coefficients;
    private final int[][] sums;
    private final int[][] differences;

    /** What to multiply by, by u and lane, with {@link #RECIPROCAL_BITS} behind the point. */
    private final int[][] reciprocals;

    /** By lane the bits of the columns whose coefficient is not 0. */
    private final int[] marks;

    private final JpegLoop[] columns;
    private final JpegLoop[] rows;
    private int units;
    private int blocks;

    /**
     * @param most how many units (MCUs) lie side by side at most
     * @param places by column of a unit, which has one block or two: where samples of this column begin, in units
     * @param quantization 64 divisors, row by row
     */
    JpegBlocks(int most, int[] places, int[] quantization) {
        this.places = places;
        this.quantization = quantization;
        int lanes = most * places.length;
        this.samples = new int[8][lanes];
        this.coefficients = new int[8][lanes];
        this.sums = new int[4][lanes];
        this.differences = new int[4][lanes];
        this.reciprocals = new int[8][lanes];
        this.marks = new int[lanes];
        this.columns = pass(samples, coefficients, -KEPT).toArray(JpegLoop[]::new);
        this.rows = Stream.concat(pass(samples, coefficients, KEPT).stream(), quantization().stream())
                .toArray(JpegLoop[]::new);
    }

    private static long[] order() {
        long[] out = new long[8 << 8];
        for (int k = 1; k < 64; k++) {
            int n = JpegTokens.ZIGZAG[k];
            for (int bits = 0; bits < 256; bits++) {
                out[(n / 8) << 8 | bits] |= (long) (bits >> (n % 8) & 1) << k;
            }
        }
        return out;
    }

    private void prepare(int count) {
        units = count;
        blocks = count * places.length / 8;
        for (int k = 0; k < 64; k++) {
            int n = JpegTokens.ZIGZAG[k];
            int from = n / 8 * blocks;
            int divisor = 8 * quantization[n];
            int reciprocal = ((1 << RECIPROCAL_BITS) + divisor / 2) / divisor;
            Arrays.fill(reciprocals[n % 8], from, from + blocks, reciprocal);
        }
    }

    /** Row {@code v} of the samples, -128 to 127; to be filled before each {@link #transform}. */
    int[] samples(int v) {
        return samples[v];
    }

    /**
     * By u (across) the rows of coefficients: that of block {@code b} and {@code v} (down) at {@code v · count() + b}. Where units have two
     * blocks, the first blocks of all units come before the second ones.
     */
    int[][] coefficients() {
        return coefficients;
    }

    /** How many blocks were transformed. */
    int count() {
        return blocks;
    }

    /** A bit for each coefficient of a block but the mean that is not 0, in the order of the file. */
    long nonzero(int block) {
        long out = 0;
        for (int v = 0; v < 8; v++) {
            out |= ORDER[v << 8 | marks[v * blocks + block]];
        }
        return out;
    }

    /** @param count how many units */
    void transform(int count) {
        if (count != units) {
            prepare(count);
        }
        int lanes = 8 * blocks;
        JpegLoop.all(columns, lanes);
        turn();
        Arrays.fill(marks, 0, lanes, 0);
        JpegLoop.all(rows, lanes);
    }

    /** Rows become columns. */
    private void turn() {
        for (int v = 0; v < 8; v++) {
            for (int j = 0; j < places.length; j++) {
                System.arraycopy(coefficients[v], places[j] * units, samples[j % 8], v * blocks + j / 8 * units, units);
            }
        }
    }

    /** One dimension of every block. {@code drop}: bits of precision to give up, or to gain where negative. */
    private List<JpegLoop> pass(int[][] in, int[][] out, int drop) {
        List<JpegLoop> steps = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            steps.add(new JpegLoop.Butterfly(in[i], in[7 - i], sums[i], differences[i]));
        }
        steps.add(new JpegLoop.Butterfly(sums[0], sums[3], in[0], in[3]));
        steps.add(new JpegLoop.Butterfly(sums[1], sums[2], in[1], in[2]));
        steps.add(
                drop < 0
                        ? new JpegLoop.Raised(in[0], in[1], out[0], out[4], -drop)
                        : new JpegLoop.Lowered(in[0], in[1], out[0], out[4], drop));
        steps.add(new JpegLoop.Turned(in[2], in[3], out[2], out[6], BITS + drop));
        odd(differences, out, BITS + drop, steps);
        return steps;
    }

    private void odd(int[][] in, int[][] out, int shift, List<JpegLoop> steps) {
        int[] y3 = sums[0];
        int[] y4 = sums[1];
        int[] outer = {C_0_899, C_0_298, C_1_501};
        int[] inner = {C_2_562, C_2_053, C_3_072};
        steps.add(new JpegLoop.Mixed(in[3], in[2], in[1], in[0], y3, y4, 1 << (shift - 1)));
        steps.add(new JpegLoop.Outer(in[3], in[0], y3, y4, out[7], out[1], outer, shift));
        steps.add(new JpegLoop.Outer(in[2], in[1], y4, y3, out[5], out[3], inner, shift));
    }

    private List<JpegLoop> quantization() {
        List<JpegLoop> steps = new ArrayList<>();
        for (int u = 0; u < 8; u++) {
            steps.add(new JpegLoop.Quantized(coefficients[u], reciprocals[u], RECIPROCAL_BITS));
            steps.add(new JpegLoop.Marked(coefficients[u], u, marks));
        }
        return steps;
    }

    private static int fixed(double factor) {
        return (int) Math.round(factor * (1 << BITS));
    }
}
