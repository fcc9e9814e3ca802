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
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    /** Where the coefficients of a block lie, row by row, in the order of the file. */
    static final int[] ZIGZAG = {
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14,
        21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60,
        61, 54, 47, 55, 62, 63
    };

    private static final int ZERO_RUN = 0xf0;
    private static final int TABLE_SHIFT = 8;
    private static final int VALUE_SHIFT = 10;

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
        n = put(out, n, chroma, 0, mean - before);
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
            n = put(out, n, table, zeros << 4, rows[place & 7][(place >> 3) * step + number]);
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
        count = put(tokens, count, table, 0, difference);
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

    private int put(int[] out, int n, int table, int run, int value) {
        int sign = value >> 31;
        int bits = 32 - Integer.numberOfLeadingZeros((value ^ sign) - sign);
        int symbol = run | bits;
        frequencies[table][symbol]++;
        int tail = (value + sign) & ((1 << bits) - 1);
        out[n] = tail << VALUE_SHIFT | table << TABLE_SHIFT | symbol;
        return n + 1;
    }

    /** The best code of a table. */
    JpegHuffman code(int table) {
        return JpegHuffman.of(frequencies[table]);
    }

    /**
     * The scan's bytes, with a 0 after each 255, filled up with ones.
     *
     * @param room bytes to leave free before them
     */
    Scan pack(JpegHuffman[] codes, int room) {
        int[] code = new int[4 * 256];
        long bits = 0;
        for (int t = 0; t < 4; t++) {
            System.arraycopy(codes[t].codes(), 0, code, t << TABLE_SHIFT, 256);
            for (int s = 0; s < 256; s++) {
                int length = codes[t].codes()[s] & ((1 << JpegHuffman.LENGTH_BITS) - 1);
                bits += (long) frequencies[t][s] * (length + (s & 15));
            }
        }
        byte[] out = new byte[Math.toIntExact(room + bits / 8 * 2 + 16)];
        int at = room;
        long held = 0;
        int free = 64;
        for (int i = 0; i < count; i++) {
            int token = tokens[i];
            int entry = code[token & 0x3ff];
            int tail = token & 15;
            int length = (entry & 31) + tail;
            free -= length;
            held |= ((long) (entry >>> JpegHuffman.LENGTH_BITS) << tail | token >>> VALUE_SHIFT) << free;
            if (free <= 32) {
                at = four(out, at, (int) (held >>> 32));
                held <<= 32;
                free += 32;
            }
        }
        held |= -1L >>> (64 - free);
        for (int left = 64 - free; left > 0; left -= 8) {
            at = one(out, at, (int) (held >>> 56));
            held <<= 8;
        }
        return new Scan(out, at);
    }

    /** @param end behind the last byte */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Scan(byte[] bytes, int end) {}

    private static int four(byte[] out, int at, int four) {
        int inverse = ~four;
        if (((inverse - 0x01010101) & four & 0x80808080) == 0) {
            INTS.set(out, at, four);
            return at + 4;
        }
        int next = at;
        for (int shift = 24; shift >= 0; shift -= 8) {
            next = one(out, next, four >>> shift & 0xff);
        }
        return next;
    }

    private static int one(byte[] out, int at, int value) {
        out[at] = (byte) value;
        if ((byte) value == -1) {
            out[at + 1] = 0;
            return at + 2;
        }
        return at + 1;
    }
}
