package dev.vitrine.render.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads the blocks of a baseline JPEG's scan (ITU-T T.81, annex F.2.2): coefficients, already multiplied by their quantization. What
 * is no code at all is remembered; whoever reads asks for it from time to time.
 */
final class JpegBits {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** No block takes so many bytes; so many must lie behind the data. */
    static final int MARGIN = 512;

    private final byte[] data;
    private int end;

    /** Where the next bytes are, the bits before them that were not read yet, leftmost, and how many: 56 or more between blocks. */
    private int at;

    private long held;
    private int left;
    private boolean isBroken;

    /** @param data without stuffed bytes, with {@link #MARGIN} bytes behind it */
    JpegBits(byte[] data) {
        this.data = data;
    }

    /** Goes to where an interval begins. */
    void start(int from, int until) {
        isBroken = !isSound();
        end = until;
        at = from + 7;
        held = (long) LONGS.get(data, from);
        left = 56;
    }

    /** Whether everything so far was read from codes that exist and data that are there. */
    boolean isSound() {
        return !isBroken && 8L * at - left <= 8L * end;
    }

    /**
     * Reads a block.
     *
     * @param out where to; zeros
     * @param block its number there
     * @param before the mean of the component's block before it, divided by its quantization
     * @return the mean, likewise
     */
    int block(JpegCodes means, JpegCodes others, JpegInverse out, int block, int before) {
        if (8L * at - left > 8L * end) {
            isBroken = true;
            return before;
        }
        long word = held;
        int bits = left;
        int next = at;
        int difference = single(means, word);
        word <<= difference & 63;
        bits -= difference & 63;
        int mean = before + (difference >> 12);
        long[] pairs = others.pairs();
        int[] places = out.places();
        int[][] rows = out.coefficients();
        rows[0][block] = mean * (places[0] & 255);
        long entry = pairs[(int) (word >>> (64 - JpegCodes.AHEAD))];
        word |= (long) LONGS.get(data, next) >>> bits;
        next += (63 - bits) >> 3;
        bits |= 56;
        for (int k = 1; k < 64; ) {
            int low = (int) entry;
            int first = k + (low >> 6 & 127);
            if (entry == 0 || first == 63) { // behind the last one comes the next block
                entry = JpegCodes.one(single(others, word));
                low = (int) entry;
                first = k + (low >> 6 & 127);
            }
            int second = k + (low >> 13 & 127); // no second one is a 0 where nothing is yet
            k += low >> 20;
            word <<= low & 63;
            bits -= low & 63;
            long values = entry;
            entry = pairs[
                    (int) (word >>> (64 - JpegCodes.AHEAD))]; // is looked up before other bits come: enough are left
            word |= (long) LONGS.get(data, next) >>> bits;
            next += (63 - bits) >> 3;
            bits |= 56;
            // masks change nothing, but tell the compiler that an index is not negative
            int place = places[first & 255];
            rows[place >>> 24][(block + (place >> 8)) & 0xffff] = (int) (values >> 48) * (place & 255);
            place = places[second & 255];
            rows[place >>> 24][(block + (place >> 8)) & 0xffff] = (short) (values >> 32) * (place & 255);
        }
        held = word;
        left = bits;
        at = next;
        return mean;
    }

    private int single(JpegCodes codes, long word) {
        int entry = codes.quick()[(int) (word >>> (64 - JpegCodes.AHEAD))];
        return (entry & 63) == 0 ? slow(codes, word, entry) : entry;
    }

    /** An entry as {@link JpegCodes#quick} has them, for what does not fit there. */
    private int slow(JpegCodes codes, long word, int entry) {
        int length = entry >> 6 & 63;
        int symbol = entry >> 12;
        if (entry == 0) {
            int top = (int) (word >>> 48);
            length = JpegCodes.AHEAD + 1;
            while (top >= codes.ends()[length]) {
                length++;
            }
            if (length > 16) {
                isBroken = true;
                return 63 << 6 | 16;
            }
            symbol = codes.symbols()[(top >> (16 - length)) + codes.offsets()[length]];
        }
        int bits = symbol & 15;
        int zeros = symbol >> 4;
        if (bits == 0) {
            return (zeros == 15 ? 15 : 63) << 6 | length;
        }
        int raw = (int) (word << length >>> (64 - bits));
        return JpegCodes.value(raw, bits) << 12 | zeros << 6 | (length + bits);
    }
}
