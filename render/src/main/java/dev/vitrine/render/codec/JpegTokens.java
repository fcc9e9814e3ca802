package dev.vitrine.render.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The scan of a baseline JPEG (ITU-T T.81, annex F.1) before its Huffman codes are known: symbols, and the bits that follow each,
 * in order. Knows how often each symbol occurs.
 */
final class JpegTokens {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** Where the coefficients of a block lie, row by row, in the order of the file. */
    static final int[] ZIGZAG = {
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14,
        21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60,
        61, 54, 47, 55, 62, 63
    };

    private static final int ZERO_RUN = 0xf0;
    private static final int TABLE_SHIFT = 8;
    private static final int VALUE_SHIFT = 10;
    private static final int SYMBOL = (1 << VALUE_SHIFT) - 1;
    private static final int LENGTH_BITS = JpegHuffman.LENGTH_BITS;
    private static final int LENGTH = (1 << LENGTH_BITS) - 1;

    /** Tables 0 and 1: differences of means, of luma and chroma. 2 and 3: the other coefficients. */
    private final int[][] frequencies = new int[4][256];

    /** Value bits from bit 10 on, the table from bit 8 on, the symbol; its lower half is the number of value bits. */
    private int[] tokens;

    private int count;

    JpegTokens(int expected) {
        this.tokens = new int[expected];
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
        out[n++] = token(chroma, 0, mean - before);
        int table = 2 + chroma;
        int last = 0;
        for (long rest = blocks.nonzero(number); rest != 0; rest &= rest - 1) {
            int k = Long.numberOfTrailingZeros(rest);
            int zeros = k - last - 1;
            while (zeros > 15) {
                frequencies[table][ZERO_RUN]++;
                out[n++] = table << TABLE_SHIFT | ZERO_RUN;
                zeros -= 16;
            }
            int place = ZIGZAG[k];
            out[n++] = token(table, zeros << 4, rows[place & 7][(place >> 3) * step + number]);
            last = k;
        }
        if (last < 63) {
            frequencies[table][0]++;
            out[n++] = table << TABLE_SHIFT;
        }
        count = n;
        return mean;
    }

    /** Appends the difference of a mean, in this table. */
    void mean(int table, int difference) {
        reserve(1);
        tokens[count++] = token(table, 0, difference);
    }

    /** Appends tokens of another scan. */
    void append(JpegTokens other, int from, int to) {
        reserve(to - from);
        System.arraycopy(other.tokens, from, tokens, count, to - from);
        for (int i = from; i < to; i++) {
            int token = other.tokens[i];
            frequencies[token >> TABLE_SHIFT & 3][token & 255]++;
        }
        count += to - from;
    }

    int count() {
        return count;
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

    private int token(int table, int run, int value) {
        int sign = value >> 31;
        int bits = 32 - Integer.numberOfLeadingZeros((value ^ sign) - sign);
        int symbol = run | bits;
        frequencies[table][symbol]++;
        int tail = (value + sign) & ((1 << bits) - 1);
        return tail << VALUE_SHIFT | table << TABLE_SHIFT | symbol;
    }

    /** The best code of a table. */
    JpegHuffman code(int table) {
        return JpegHuffman.of(frequencies[table]);
    }

    /** The scan's bits, filled up with ones. */
    JpegBytes pack(JpegHuffman[] codes) {
        int[] entries = new int[4 << TABLE_SHIFT];
        long bits = 0;
        for (int t = 0; t < 4; t++) {
            for (int s = 0; s < 256; s++) {
                int entry = entry(codes[t].codes()[s], s & 15);
                entries[t << TABLE_SHIFT | s] = entry;
                bits += (long) frequencies[t][s] * (entry & LENGTH);
            }
        }
        byte[] out = new byte[Math.toIntExact(bits / 8 + 16)];
        int at = 0;
        long held = 0;
        int used = 0;
        for (int i = 0;
                i < count - 1;
                i += 2) { // two at a time: at most 54 bits, put together before they have to wait
            int entry = entries[tokens[i] & SYMBOL];
            int next = entries[tokens[i + 1] & SYMBOL];
            long both = (long) (entry >>> LENGTH_BITS | tokens[i] >>> VALUE_SHIFT) << (next & LENGTH)
                    | next >>> LENGTH_BITS
                    | tokens[i + 1] >>> VALUE_SHIFT;
            used += (entry & LENGTH) + (next & LENGTH);
            held |= both << -used;
            LONGS.set(out, at, held);
            at += used >> 3;
            held <<= used & 56;
            used &= 7;
        }
        if (count % 2 != 0) {
            int token = tokens[count - 1];
            int entry = entries[token & SYMBOL];
            used += entry & LENGTH;
            held |= (long) (entry >>> LENGTH_BITS | token >>> VALUE_SHIFT) << -used;
        }
        held |= -1L >>> used;
        LONGS.set(out, at, held);
        return new JpegBytes(out, at + ((used + 7) >> 3));
    }

    /** A code with zeros in the place of the value's bits, and the length of both. */
    private static int entry(int code, int tail) {
        int length = code & LENGTH;
        return code >>> LENGTH_BITS << tail << LENGTH_BITS | (length + tail);
    }
}
