package dev.vitrine.render.codec;

/**
 * A step of the encoder over whole rows: the same index everywhere, so that the compiler makes vectors of it. Each is a class of its
 * own, called where any of them may come: so each is compiled for itself. Put together in one large method they are left without
 * vectors, some of them, and take a fifth more time.
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
sealed interface JpegLoop {
    /**
     * Does it.
     *
     * @param count how many values of each row
     */
    void run(int count);

    /** Runs some, one after the other. */
    static void all(JpegLoop[] loops, int count) {
        for (JpegLoop loop : loops) {
            loop.run(count);
        }
    }

    // from pixels to JFIF's YCbCr, with 16 bits behind the point, brightness less 128

    /** Two loops of this size become vectors, one for all three colors does not. */
    record Brightness(int[] rgb, int[] out) implements JpegLoop {
        @Override
        public void run(int count) {
            for (int i = 0; i < count; i++) {
                int p = rgb[i];
                out[i] = (p >> 16 & 255) * 19595 + (p & 255) * 7471 + 32768 - (128 << 16);
            }
            for (int i = 0; i < count; i++) {
                out[i] = (out[i] + (rgb[i] >> 8 & 255) * 38470) >> 16;
            }
        }
    }

    record Blue(int[] rgb, int[] out) implements JpegLoop {
        @Override
        public void run(int count) {
            for (int i = 0; i < count; i++) {
                int p = rgb[i];
                out[i] = ((p & 255) * 32768 - (p >> 16 & 255) * 11059 - (p >> 8 & 255) * 21709 + 32767) >> 16;
            }
        }
    }

    record Red(int[] rgb, int[] out) implements JpegLoop {
        @Override
        public void run(int count) {
            for (int i = 0; i < count; i++) {
                int p = rgb[i];
                out[i] = ((p >> 16 & 255) * 32768 - (p >> 8 & 255) * 27439 - (p & 255) * 5329 + 32767) >> 16;
            }
        }
    }

    /** Sums of four pixels. */
    record RedsAndBlues(int[] a, int[] b, int[] c, int[] d, int[] out) implements JpegLoop {
        @Override
        public void run(int count) {
            for (int i = 0; i < count; i++) {
                out[i] = (a[i] & 0xff00ff) + (b[i] & 0xff00ff) + (c[i] & 0xff00ff) + (d[i] & 0xff00ff);
            }
        }
    }

    /** Sums of four pixels. */
    record Greens(int[] a, int[] b, int[] c, int[] d, int[] out) implements JpegLoop {
        @Override
        public void run(int count) {
            for (int i = 0; i < count; i++) {
                out[i] = ((a[i] & 0xff00) + (b[i] & 0xff00) + (c[i] & 0xff00) + (d[i] & 0xff00)) >> 8;
            }
        }
    }

    /** Of the mean of four pixels. */
    record MeanBlue(int[] redAndBlue, int[] green, int[] out) implements JpegLoop {
        @Override
        public void run(int count) {
            for (int i = 0; i < count; i++) {
                int both = redAndBlue[i];
                out[i] = ((both & 0xffff) * 32768 - (both >> 16) * 11059 - green[i] * 21709 + (1 << 17) - 1) >> 18;
            }
        }
    }

    /** Of the mean of four pixels. */
    record MeanRed(int[] redAndBlue, int[] green, int[] out) implements JpegLoop {
        @Override
        public void run(int count) {
            for (int i = 0; i < count; i++) {
                int both = redAndBlue[i];
                out[i] = ((both >> 16) * 32768 - green[i] * 27439 - (both & 0xffff) * 5329 + (1 << 17) - 1) >> 18;
            }
        }
    }

    // the transform of JpegBlocks, which tells what its numbers are

    record Butterfly(int[] a, int[] b, int[] sum, int[] difference) implements JpegLoop {
        @Override
        public void run(int count) {
            for (int i = 0; i < count; i++) {
                int x = a[i];
                int y = b[i];
                sum[i] = x + y;
                difference[i] = x - y;
            }
        }
    }

    record Raised(int[] a, int[] b, int[] sum, int[] difference, int bits) implements JpegLoop {
        @Override
        public void run(int count) {
            for (int i = 0; i < count; i++) {
                int x = a[i];
                int y = b[i];
                sum[i] = (x + y) << bits;
                difference[i] = (x - y) << bits;
            }
        }
    }

    record Lowered(int[] a, int[] b, int[] sum, int[] difference, int bits) implements JpegLoop {
        @Override
        public void run(int count) {
            int half = 1 << (bits - 1);
            for (int i = 0; i < count; i++) {
                int x = a[i] + half;
                int y = b[i];
                sum[i] = (x + y) >> bits;
                difference[i] = (x - y) >> bits;
            }
        }
    }

    record Turned(int[] t12, int[] t13, int[] out2, int[] out6, int shift) implements JpegLoop {
        @Override
        public void run(int count) {
            int half = 1 << (shift - 1);
            for (int i = 0; i < count; i++) {
                int a = t12[i];
                int b = t13[i];
                int e = (a + b) * JpegBlocks.C_0_541 + half;
                out2[i] = (e + b * JpegBlocks.C_0_765) >> shift;
                out6[i] = (e - a * JpegBlocks.C_1_847) >> shift;
            }
        }
    }

    record Mixed(int[] d4, int[] d5, int[] d6, int[] d7, int[] y3, int[] y4, int half) implements JpegLoop {
        @Override
        public void run(int count) {
            for (int i = 0; i < count; i++) {
                int z3 = d4[i] + d6[i];
                int z4 = d5[i] + d7[i];
                int z5 = (z3 + z4) * JpegBlocks.C_1_175 + half;
                y3[i] = z5 - z3 * JpegBlocks.C_1_961;
                y4[i] = z5 - z4 * JpegBlocks.C_0_390;
            }
        }
    }

    /**
     * Two odd coefficients.
     *
     * @param factors of both, of a alone and of b alone
     */
    record Outer(int[] a, int[] b, int[] ya, int[] yb, int[] outA, int[] outB, int[] factors, int shift)
            implements JpegLoop {
        @Override
        public void run(int count) {
            int both = factors[0];
            int onlyA = factors[1];
            int onlyB = factors[2];
            for (int i = 0; i < count; i++) {
                int x = a[i];
                int y = b[i];
                int z = (x + y) * both;
                outA[i] = (x * onlyA - z + ya[i]) >> shift;
                outB[i] = (y * onlyB - z + yb[i]) >> shift;
            }
        }
    }

    /** To the nearest; halves away from 0. Coefficients have at most 14 bits. */
    record Quantized(int[] data, int[] reciprocals, int bits) implements JpegLoop {
        @Override
        public void run(int count) {
            int half = 1 << (bits - 1);
            for (int i = 0; i < count; i++) {
                int c = data[i];
                int sign = c >> 31;
                int size = (c ^ sign) - sign;
                int whole = (size * reciprocals[i] + half) >> bits;
                data[i] = (whole ^ sign) - sign;
            }
        }
    }

    /** Sets a bit where a value is not 0. */
    record Marked(int[] data, int bit, int[] marks) implements JpegLoop {
        @Override
        public void run(int count) {
            for (int i = 0; i < count; i++) {
                int c = data[i];
                marks[i] |= (c | -c) >>> 31 << bit;
            }
        }
    }
}
