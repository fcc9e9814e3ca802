package dev.vitrine.render.codec;

import java.util.Optional;

/**
 * A Huffman table of a baseline JPEG file (ITU-T T.81, annex C and F.2.2), made for looking ahead: one look at the next
 * {@link #AHEAD} bits tells, most of the time, how many zeros come, which coefficient, and how many bits that took; and often the same
 * of the coefficient behind it.
 *
 * @param quick by the next {@link #AHEAD} bits: the value from bit 12 on, the zeros before it from bit 6 on, all bits in bits 0 to 5; where
 *     the value's bits lie further ahead the bits are 0, and there are the symbol from bit 12 on and the code's length from bit 6 on;
 *     0 where the code itself is longer
 * @param pairs the same for one coefficient or two, as {@link #one} and {@link #two} put them; 0 where {@code quick} has no bits. Empty
 *     for means
 * @param ends by length: one more than the last code of this length, its bits leftmost in 16; never less than that of a shorter length
 * @param offsets by length: what to add to a code to get the place of its symbol
 * @param symbols in the order of their codes
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record JpegCodes(int[] quick, long[] pairs, int[] ends, int[] offsets, int[] symbols) {
    static final int AHEAD = 11;

    /** No symbol has so many zeros: leads behind the end of every block. */
    private static final int TO_THE_END = 63;

    private static final int LONGEST = 16;

    /**
     * The table, if it is a code at all.
     *
     * @param counts how many codes have 1, 2, … 16 bits
     * @param symbols in the order of their codes
     * @param means whether they are sizes of differences of means, and not of other coefficients
     */
    static Optional<JpegCodes> of(int[] counts, int[] symbols, boolean means) {
        int[] quick = new int[1 << AHEAD];
        int[] ends = new int[LONGEST + 2];
        int[] offsets = new int[LONGEST + 1];
        int code = 0;
        int at = 0;
        for (int length = 1; length <= LONGEST; length++) {
            offsets[length] = at - code;
            for (int i = 0; i < counts[length - 1]; i++, at++, code++) {
                if (symbols[at] > (means ? 11 : 255) || code >= 1 << length) {
                    return Optional.empty();
                }
                if (length <= AHEAD) {
                    fill(quick, code << (AHEAD - length), length, symbols[at], means);
                }
            }
            ends[length] = code << (LONGEST - length);
            code <<= 1;
        }
        ends[LONGEST + 1] = Integer.MAX_VALUE;
        return Optional.of(new JpegCodes(quick, means ? new long[0] : pairs(quick), ends, offsets, symbols));
    }

    private static long[] pairs(int[] quick) {
        long[] pairs = new long[quick.length];
        for (int i = 0; i < pairs.length; i++) {
            int first = quick[i];
            int bits = first & 63;
            int second = quick[(i << bits) & (quick.length - 1)];
            boolean isKnown = (second & 63) != 0 && bits + (second & 63) <= AHEAD && (first >> 6 & 63) != TO_THE_END;
            pairs[i] = bits == 0 ? 0 : isKnown ? two(first, second) : one(first);
        }
        return pairs;
    }

    /**
     * An entry of {@link #quick} on its way out: the value from bit 48 on, by how much the number of the next coefficient grows from bit
     * 20 on, the zeros from bit 6 on, all bits in bits 0 to 5.
     */
    static long one(int entry) {
        int zeros = entry >> 6 & 63;
        return (long) (entry >> 12) << 48
                | (long) (zeros + 1) << 20
                | (long) (zeros + 1) << 13
                | zeros << 6
                | (entry & 63);
    }

    /** Two in one: the second value in bits 32 to 47, and from bit 13 on how much its number is larger than the next coefficient's. */
    private static long two(int first, int second) {
        int zeros = first >> 6 & 63;
        int next = zeros + 1 + (second >> 6 & 63);
        return (long) (first >> 12) << 48
                | (second >> 12 & 0xffffL) << 32
                | (long) (next + 1) << 20
                | (long) next << 13
                | zeros << 6
                | ((first & 63) + (second & 63));
    }

    private static void fill(int[] quick, int first, int length, int symbol, boolean means) {
        int bits = symbol & 15;
        int zeros = symbol >> 4;
        if (!means && bits == 0 && zeros < 15) {
            zeros = TO_THE_END;
        }
        for (int rest = 0; rest < 1 << (AHEAD - length); rest++) {
            int behind = AHEAD - length - bits;
            quick[first + rest] = behind >= 0
                    ? value(rest >> behind, bits) << 12 | zeros << 6 | (length + bits)
                    : symbol << 12 | length << 6;
        }
    }

    /** What so many bits mean (table F.1): the upper half is positive. */
    static int value(int raw, int bits) {
        return bits == 0 || raw >> (bits - 1) != 0 ? raw : raw - (1 << bits) + 1;
    }
}
