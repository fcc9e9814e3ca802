package dev.vitrine.render.codec;

/**
 * One row of 8 × 8 blocks on its way from samples to quantized coefficients, all blocks side by side so that every step is a
 * plain loop over a whole row. The transform is the one of Loeffler, Ligtenberg and Moschytz (1989) in whole numbers with 13 bits
 * behind the point, columns first; it leaves coefficients 8 times too large, which the quantization makes up for.
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

    private final int lanes;
    private final int[][] samples;
    private final int[][] coefficients;
    private final int[][] sums;
    private final int[][] differences;

    /** What to multiply by, by u and lane, with {@link #RECIPROCAL_BITS} behind the point. */
    private final int[][] reciprocals;

    /**
     * @param blocks how many lie side by side
     * @param quantization 64 divisors, row by row
     */
    JpegBlocks(int blocks, int[] quantization) {
        this.lanes = 8 * blocks;
        this.samples = new int[8][lanes];
        this.coefficients = new int[8][lanes];
        this.sums = new int[4][lanes];
        this.differences = new int[4][lanes];
        this.reciprocals = new int[8][lanes];
        for (int u = 0; u < 8; u++) {
            for (int lane = 0; lane < lanes; lane++) {
                int divisor = 8 * quantization[8 * (lane % 8) + u];
                reciprocals[u][lane] = ((1 << RECIPROCAL_BITS) + divisor / 2) / divisor;
            }
        }
    }

    /** Row {@code v} of the samples, -128 to 127; to be filled before each {@link #transform}. */
    int[] samples(int v) {
        return samples[v];
    }

    /** By u (across) the rows of coefficients: that of block {@code b} and {@code v} (down) at {@code 8 b + v}. */
    int[][] coefficients() {
        return coefficients;
    }

    void transform() {
        pass(samples, coefficients, -KEPT);
        transpose(coefficients, samples);
        pass(samples, coefficients, KEPT);
        for (int u = 0; u < 8; u++) {
            quantize(coefficients[u], reciprocals[u]);
        }
    }

    /** One dimension of every block. {@code drop}: bits of precision to give up, or to gain where negative. */
    private void pass(int[][] in, int[][] out, int drop) {
        for (int i = 0; i < 4; i++) {
            butterfly(in[i], in[7 - i], sums[i], differences[i]);
        }
        butterfly(sums[0], sums[3], in[0], in[3]);
        butterfly(sums[1], sums[2], in[1], in[2]);
        if (drop < 0) {
            raised(in[0], in[1], out[0], out[4]);
        } else {
            lowered(in[0], in[1], out[0], out[4]);
        }
        turned(in[2], in[3], out[2], out[6], BITS + drop);
        odd(differences, out, BITS + drop);
    }

    // plain loops over whole arrays with the same index everywhere: the compiler makes vectors of them

    private static void butterfly(int[] a, int[] b, int[] sum, int[] difference) {
        for (int i = 0; i < a.length; i++) {
            int x = a[i];
            int y = b[i];
            sum[i] = x + y;
            difference[i] = x - y;
        }
    }

    private static void raised(int[] a, int[] b, int[] sum, int[] difference) {
        for (int i = 0; i < a.length; i++) {
            int x = a[i];
            int y = b[i];
            sum[i] = (x + y) << KEPT;
            difference[i] = (x - y) << KEPT;
        }
    }

    private static void lowered(int[] a, int[] b, int[] sum, int[] difference) {
        for (int i = 0; i < a.length; i++) {
            int x = a[i] + (1 << (KEPT - 1));
            int y = b[i];
            sum[i] = (x + y) >> KEPT;
            difference[i] = (x - y) >> KEPT;
        }
    }

    private static void turned(int[] t12, int[] t13, int[] out2, int[] out6, int shift) {
        int half = 1 << (shift - 1);
        for (int i = 0; i < t12.length; i++) {
            int a = t12[i];
            int b = t13[i];
            int e = (a + b) * C_0_541 + half;
            out2[i] = (e + b * C_0_765) >> shift;
            out6[i] = (e - a * C_1_847) >> shift;
        }
    }

    private void odd(int[][] in, int[][] out, int shift) {
        int[] d7 = in[0];
        int[] d6 = in[1];
        int[] d5 = in[2];
        int[] d4 = in[3];
        mixed(d4, d5, d6, d7, sums[0], sums[1], 1 << (shift - 1));
        outer(d4, d7, sums[0], sums[1], out[7], out[1], C_0_899, C_0_298, C_1_501, shift);
        outer(d5, d6, sums[1], sums[0], out[5], out[3], C_2_562, C_2_053, C_3_072, shift);
    }

    private static void mixed(int[] d4, int[] d5, int[] d6, int[] d7, int[] y3, int[] y4, int half) {
        for (int i = 0; i < d4.length; i++) {
            int z3 = d4[i] + d6[i];
            int z4 = d5[i] + d7[i];
            int z5 = (z3 + z4) * C_1_175 + half;
            y3[i] = z5 - z3 * C_1_961;
            y4[i] = z5 - z4 * C_0_390;
        }
    }

    private static void outer(
            int[] a, int[] b, int[] ya, int[] yb, int[] outA, int[] outB, int both, int onlyA, int onlyB, int shift) {
        for (int i = 0; i < a.length; i++) {
            int x = a[i];
            int y = b[i];
            int z = (x + y) * both;
            outA[i] = (x * onlyA - z + ya[i]) >> shift;
            outB[i] = (y * onlyB - z + yb[i]) >> shift;
        }
    }

    private static void transpose(int[][] in, int[][] out) {
        int[] a = out[0];
        int[] b = out[1];
        int[] c = out[2];
        int[] d = out[3];
        int[] e = out[4];
        int[] f = out[5];
        int[] g = out[6];
        int[] h = out[7];
        for (int v = 0; v < 8; v++) {
            int[] row = in[v];
            for (int block = 0; block < row.length; block += 8) {
                a[block + v] = row[block];
                b[block + v] = row[block + 1];
                c[block + v] = row[block + 2];
                d[block + v] = row[block + 3];
                e[block + v] = row[block + 4];
                f[block + v] = row[block + 5];
                g[block + v] = row[block + 6];
                h[block + v] = row[block + 7];
            }
        }
    }

    /** To the nearest; halves away from 0. Coefficients have at most 14 bits. */
    private static void quantize(int[] data, int[] reciprocals) {
        for (int i = 0; i < data.length; i++) {
            int c = data[i];
            int sign = c >> 31;
            int size = (c ^ sign) - sign;
            int whole = (size * reciprocals[i] + (1 << (RECIPROCAL_BITS - 1))) >> RECIPROCAL_BITS;
            data[i] = (whole ^ sign) - sign;
        }
    }

    private static int fixed(double factor) {
        return (int) Math.round(factor * (1 << BITS));
    }
}
