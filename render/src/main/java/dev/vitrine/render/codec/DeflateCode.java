package dev.vitrine.render.codec;

import java.util.Arrays;

/**
 * The best Huffman code for literals of deflated data (RFC 1951, section 3.2): no code has more than 15 bits, and all are used.
 *
 * @param entries by symbol: its code with the first bit lowest, shifted left by {@link #LENGTH_BITS}, and its length
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record DeflateCode(int[] entries) {
    static final int LENGTH_BITS = 4;
    static final int LENGTH = (1 << LENGTH_BITS) - 1;

    /** No block's head is longer. */
    static final int HEAD_BYTES = 160;

    private static final int LONGEST = 15;
    private static final int SYMBOL_BITS = 9;

    /** @param frequencies of the bytes and of the end; at least two symbols occur */
    static DeflateCode of(int[] frequencies) {
        long[] order = new long[frequencies.length];
        int used = 0;
        for (int s = 0; s < frequencies.length; s++) {
            if (frequencies[s] > 0) {
                order[used++] = (long) frequencies[s] << SYMBOL_BITS | s;
            }
        }
        Arrays.sort(order, 0, used);
        int[] counts = limited(depths(order, used));
        int[] lengths = new int[frequencies.length];
        int at = used;
        for (int length = 1; length <= LONGEST; length++) {
            for (int i = 0; i < counts[length]; i++) {
                lengths[(int) order[--at] & ((1 << SYMBOL_BITS) - 1)] = length;
            }
        }
        return new DeflateCode(codes(lengths, counts));
    }

    /** How many bytes so many symbols of each kind take, without a head; one kind alone is not made shorter than a bit each. */
    static long bytes(int[] counts) {
        int[] withEnd = Arrays.copyOf(counts, counts.length + 1);
        withEnd[counts.length] = 1;
        return of(withEnd).bits(withEnd) / 8;
    }

    /** How many symbols have a code of each length: two queues, of symbols and of what was made of two. */
    private static int[] depths(long[] order, int used) {
        long[] sums = new long[used];
        int[] parent = new int[2 * used];
        int symbol = 0;
        int made = 0;
        for (int next = 0; next < used - 1; next++) {
            for (int child = 0; child < 2; child++) {
                boolean isSymbol = symbol < used && (made >= next || order[symbol] >>> SYMBOL_BITS <= sums[made]);
                sums[next] += isSymbol ? order[symbol] >>> SYMBOL_BITS : sums[made];
                parent[isSymbol ? symbol++ : used + made++] = next;
            }
        }
        int[] depth = new int[used];
        int[] counts = new int[used + 1];
        for (int node = used - 3; node >= 0; node--) {
            depth[node] = depth[parent[used + node]] + 1;
        }
        for (int s = 0; s < used; s++) {
            counts[depth[parent[s]] + 1]++;
        }
        return counts;
    }

    /** Gives codes that are too long the longest length, then makes room for them below shorter ones. */
    private static int[] limited(int[] counts) {
        int[] out = Arrays.copyOf(counts, LONGEST + 1);
        for (int length = LONGEST + 1; length < counts.length; length++) {
            out[LONGEST] += counts[length];
        }
        int taken = 0;
        for (int length = 1; length <= LONGEST; length++) {
            taken += out[length] << (LONGEST - length);
        }
        for (; taken > 1 << LONGEST; taken--) {
            int shorter = LONGEST - 1;
            while (out[shorter] == 0) {
                shorter--;
            }
            out[LONGEST]--;
            out[shorter]--;
            out[shorter + 1] += 2;
        }
        return out;
    }

    private static int[] codes(int[] lengths, int[] counts) {
        int[] next = new int[LONGEST + 2];
        for (int length = 1; length <= LONGEST; length++) {
            next[length + 1] = (next[length] + counts[length]) << 1;
        }
        int[] entries = new int[lengths.length];
        for (int s = 0; s < lengths.length; s++) {
            if (lengths[s] > 0) {
                int code = next[lengths[s]]++;
                entries[s] = Integer.reverse(code) >>> (32 - lengths[s]) << LENGTH_BITS | lengths[s];
            }
        }
        return entries;
    }

    /** How many bits so many symbols take. */
    long bits(int[] frequencies) {
        long sum = 0;
        for (int s = 0; s < frequencies.length; s++) {
            sum += (long) frequencies[s] * (entries[s] & LENGTH);
        }
        return sum;
    }

    /**
     * The head of a block as values and their numbers of bits, as {@link #entries}: lengths are written as they are, with four bits
     * each, by way of a code for lengths whose codes all have four bits. There are two distances that nobody uses.
     */
    int[] head(boolean last) {
        int[] out = new int[3 + 3 + 19 + entries.length + 2];
        int n = 0;
        out[n++] = entry(last ? 1 : 0, 1);
        out[n++] = entry(2, 2);
        out[n++] = entry(entries.length - 257, 5);
        out[n++] = entry(2 - 1, 5);
        out[n++] = entry(19 - 4, 4);
        for (int i = 0; i < 19; i++) {
            out[n++] = entry(i < 3 ? 0 : 4, 3); // the first three stand for repetitions
        }
        for (int e : entries) {
            out[n++] = length(e & LENGTH);
        }
        out[n++] = length(1);
        out[n++] = length(1);
        return Arrays.copyOf(out, n);
    }

    private static int entry(int value, int bits) {
        return value << LENGTH_BITS | bits;
    }

    private static int length(int length) {
        return entry(Integer.reverse(length) >>> 28, 4);
    }
}
