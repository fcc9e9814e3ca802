package dev.vitrine.render.codec;

import java.util.Arrays;

/** All tokens of a scan in order: its own and, between them, pieces of other scans, which stay where they are. */
final class JpegSequence {
    private static final int SYMBOLS = 256;

    private final JpegTokens own;

    /** How many of its own have their place. */
    private int placed;

    private JpegTokens[] sources = new JpegTokens[64];
    private int[] edges = new int[2 * sources.length];
    private int pieces;

    /** @param own more may be appended to them as long as nobody asks for codes */
    JpegSequence(JpegTokens own) {
        this.own = own;
    }

    /** What comes here next if it is not of another scan. */
    JpegTokens own() {
        return own;
    }

    /** Appends tokens of another scan. */
    void append(JpegTokens other, int from, int to) {
        placeOwn();
        piece(other, from, to);
    }

    private void placeOwn() {
        int from = placed;
        placed = own.count();
        piece(own, from, placed);
    }

    private void piece(JpegTokens source, int from, int to) {
        if (from >= to) {
            return;
        }
        if (pieces == sources.length) {
            sources = Arrays.copyOf(sources, 2 * pieces);
            edges = Arrays.copyOf(edges, 4 * pieces);
        }
        sources[pieces] = source;
        edges[2 * pieces] = from;
        edges[2 * pieces + 1] = to;
        pieces++;
    }

    /** The scan's bits, with the best codes for it. */
    JpegPacker packed() {
        placeOwn();
        int[] counts = counts();
        JpegHuffman[] codes = new JpegHuffman[4];
        for (int table = 0; table < codes.length; table++) {
            codes[table] = JpegHuffman.of(Arrays.copyOfRange(counts, table * SYMBOLS, (table + 1) * SYMBOLS));
        }
        JpegPacker out = new JpegPacker(codes, counts);
        for (int i = 0; i < pieces; i++) {
            out.add(sources[i].all(), edges[2 * i], edges[2 * i + 1]);
        }
        return out;
    }

    /** How often each symbol occurs, by table. */
    private int[] counts() {
        int[] out = new int[JpegTokens.SYMBOL + 1];
        int[] more = new int[out.length];
        for (int i = 0; i < pieces; i++) {
            count(sources[i].all(), edges[2 * i], edges[2 * i + 1], out, more);
        }
        Arrays.setAll(out, i -> out[i] + more[i]);
        return out;
    }

    /** Every other token is counted elsewhere, so that of two that are the same none has to wait. */
    private static void count(int[] tokens, int from, int to, int[] even, int[] odd) {
        int i = from;
        for (; i < to - 1; i += 2) {
            even[tokens[i] & JpegTokens.SYMBOL]++;
            odd[tokens[i + 1] & JpegTokens.SYMBOL]++;
        }
        if (i < to) {
            even[tokens[i] & JpegTokens.SYMBOL]++;
        }
    }
}
