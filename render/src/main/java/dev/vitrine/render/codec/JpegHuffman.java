package dev.vitrine.render.codec;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The best Huffman code for symbols that occur this often (ITU-T T.81, annex K.2): no code has more than 16 bits, and none
 * consists of ones only.
 *
 * @param lengths how many codes have 1, 2, … 16 bits
 * @param symbols in the order of their codes
 * @param codes by symbol: the code, shifted left by {@link #LENGTH_BITS}, and its length
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record JpegHuffman(int[] lengths, int[] symbols, int[] codes) {
    static final int LENGTH_BITS = 5;

    private static final int SYMBOLS = 256;
    private static final int LONGEST = 16;

    static JpegHuffman of(int[] frequencies) {
        int[] counts = limited(codeLengths(frequencies));
        int[] order = bySize(frequencies);
        int[] codes = new int[SYMBOLS];
        int code = 0;
        int at = 0;
        for (int length = 1; length <= LONGEST; length++) {
            for (int i = 0; i < counts[length - 1]; i++) {
                codes[order[at++]] = code++ << LENGTH_BITS | length;
            }
            code <<= 1;
        }
        return new JpegHuffman(counts, order, codes);
    }

    /** How many symbols, and one more that keeps the code of ones free, get a code of each length. */
    private static int[] codeLengths(int[] frequencies) {
        long[] weight = new long[SYMBOLS + 1];
        int used = 0;
        for (int i = 0; i < SYMBOLS; i++) {
            if (frequencies[i] > 0) {
                weight[used++] = frequencies[i];
            }
        }
        weight[used++] = 1;
        int[] size = new int[used];
        int[] next = new int[used];
        Arrays.fill(next, -1);
        while (true) {
            int least = least(weight, used, -1);
            int second = least(weight, used, least);
            if (second < 0) {
                break;
            }
            weight[least] += weight[second];
            weight[second] = 0;
            int last = least;
            while (true) {
                size[last]++;
                if (next[last] < 0) {
                    break;
                }
                last = next[last];
            }
            next[last] = second;
            for (int i = second; i >= 0; i = next[i]) {
                size[i]++;
            }
        }
        int[] counts = new int[SYMBOLS + 1];
        for (int each : size) {
            counts[each]++;
        }
        return counts;
    }

    /** The index of the least weight that is not 0, of equals the last; -1 if there is none. */
    private static int least(long[] weight, int count, int except) {
        int best = -1;
        for (int i = 0; i < count; i++) {
            if (i != except && weight[i] != 0 && (best < 0 || weight[i] <= weight[best])) {
                best = i;
            }
        }
        return best;
    }

    /** Moves codes that are too long up (figure K.3), and takes the code of ones away. */
    private static int[] limited(int[] counts) {
        for (int length = counts.length - 1; length > LONGEST; length--) {
            while (counts[length] > 0) {
                int shorter = length - 2;
                while (counts[shorter] == 0) {
                    shorter--;
                }
                counts[length] -= 2;
                counts[length - 1]++;
                counts[shorter + 1] += 2;
                counts[shorter]--;
            }
        }
        int longest = LONGEST;
        while (counts[longest] == 0) {
            longest--;
        }
        counts[longest]--;
        return Arrays.copyOfRange(counts, 1, LONGEST + 1);
    }

    /** The symbols that occur, the most frequent first: the shortest codes are theirs. */
    private static int[] bySize(int[] frequencies) {
        long[] rarest = IntStream.range(0, SYMBOLS)
                .filter(i -> frequencies[i] > 0)
                .mapToLong(i -> (long) -frequencies[i] << 8 | i)
                .sorted()
                .toArray();
        return Arrays.stream(rarest).mapToInt(each -> (int) each & 255).toArray();
    }
}
