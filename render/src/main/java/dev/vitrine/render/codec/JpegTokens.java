package dev.vitrine.render.codec;

import java.util.Arrays;

/**
 * Parts of the scan of a baseline JPEG (ITU-T T.81, annex F.1) before their Huffman codes are known: symbols, and the bits that
 * follow each, in order.
 */
final class JpegTokens {
    /** Where the coefficients of a block lie, row by row, in the order of the file. */
    static final int[] ZIGZAG = {
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14,
        21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60,
        61, 54, 47, 55, 62, 63
    };

    static final int TABLE_SHIFT = 8;
    static final int VALUE_SHIFT = 10;

    /** The bits of a table and a symbol. */
    static final int SYMBOL = (1 << VALUE_SHIFT) - 1;

    private static final int ZERO_RUN = 0xf0;

    /** Values have 12 bits and a sign at most: no mean differs by more. */
    private static final int VALUES = 4096;

    /** By a value's last bits: its token in table 0 behind no zeros. */
    private static final int[] TOKENS = tokens();

    /**
     * Value bits from bit 10 on, the table from bit 8 on, the symbol; its lower half is the number of value bits. Tables 0 and 1:
     * differences of means, of luma and chroma. 2 and 3: the other coefficients.
     */
    private int[] tokens;

    private int count;

    JpegTokens(int expected) {
        this.tokens = new int[expected];
    }

    private static int[] tokens() {
        int[] out = new int[VALUES];
        for (int value = -VALUES / 2; value < VALUES / 2; value++) {
            int bits = 32 - Integer.numberOfLeadingZeros(Math.abs(value));
            int tail = (value < 0 ? value - 1 : value) & ((1 << bits) - 1);
            out[value & (VALUES - 1)] = tail << VALUE_SHIFT | bits;
        }
        return out;
    }

    /**
     * Appends a block.
     *
     * @param blocks transformed
     * @param number of the block among them
     * @param before the mean of the component's block before it
     * @param chroma 1 for chroma, 0 for luma
     * @return the mean
     */
    int block(JpegBlocks blocks, int number, int before, int chroma) {
        reserve(128);
        int[] out = tokens;
        int n = count;
        int[][] rows = blocks.coefficients();
        int step = blocks.count();
        int mean = rows[0][number];
        out[n++] = token(chroma, mean - before);
        int table = 2 + chroma;
        int last = 0;
        for (long rest = blocks.nonzero(number); rest != 0; rest &= rest - 1) {
            int k = Long.numberOfTrailingZeros(rest);
            int zeros = k - last - 1;
            while (zeros > 15) {
                out[n++] = table << TABLE_SHIFT | ZERO_RUN;
                zeros -= 16;
            }
            int place = ZIGZAG[k];
            out[n++] = token(table, rows[place & 7][(place >> 3) * step + number]) | zeros << 4;
            last = k;
        }
        if (last < 63) {
            out[n++] = table << TABLE_SHIFT;
        }
        count = n;
        return mean;
    }

    /** Appends the difference of a mean, in this table. */
    void mean(int table, int difference) {
        reserve(1);
        tokens[count++] = token(table, difference);
    }

    private static int token(int table, int value) {
        return TOKENS[value & (VALUES - 1)] | table << TABLE_SHIFT;
    }

    int count() {
        return count;
    }

    /** The tokens themselves, with room behind; another array once more are appended. */
    int[] all() {
        return tokens;
    }

    /** Bytes of memory. */
    long bytes() {
        return 4L * tokens.length;
    }

    private void reserve(int more) {
        if (count + more > tokens.length) {
            tokens = Arrays.copyOf(tokens, Math.max(2 * tokens.length, count + more) + 128);
        }
    }
}
