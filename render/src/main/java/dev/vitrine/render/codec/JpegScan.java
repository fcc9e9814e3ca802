package dev.vitrine.render.codec;

/**
 * Tokens, and where among them the units (MCUs) of a scan begin, so that some of them can go into another scan. Units follow one
 * another as they are written.
 */
final class JpegScan {
    /** Of each unit: where its tokens and those of its chroma blocks begin, and the means that differences are taken of. */
    private static final int START = 0;

    private static final int BLUE_START = 1;
    private static final int RED_START = 2;
    private static final int FIRST_LUMA = 3;
    private static final int LAST_LUMA = 4;
    private static final int BLUE = 5;
    private static final int RED = 6;
    private static final int FIELDS = 7;

    private final JpegTokens tokens;
    private final int[] units;
    private int at = -FIELDS;
    private boolean fresh;

    JpegScan(int units, JpegTokens tokens) {
        this.tokens = tokens;
        this.units = new int[units * FIELDS];
    }

    JpegTokens tokens() {
        return tokens;
    }

    /** What a file is made of; pieces of other scans may come between its tokens. */
    JpegSequence sequence() {
        return new JpegSequence(tokens);
    }

    /** Bytes of memory. */
    long bytes() {
        return 4L * units.length + tokens.bytes();
    }

    /** Before a unit's first block. */
    void begin() {
        at += FIELDS;
        units[at + START] = tokens.count();
        fresh = true;
    }

    /** After a luma block, whose mean this is. */
    void luma(int mean) {
        if (fresh) {
            units[at + FIRST_LUMA] = mean;
            fresh = false;
        }
        units[at + LAST_LUMA] = mean;
        units[at + BLUE_START] = tokens.count();
    }

    void blue(int mean) {
        units[at + BLUE] = mean;
        units[at + RED_START] = tokens.count();
    }

    void red(int mean) {
        units[at + RED] = mean;
    }

    /**
     * Appends some units to another scan. Only the differences of the first one's means are told anew.
     *
     * @param from the first of them
     * @param to behind the last
     * @param before the means of the last block of each component there; changed
     */
    void copy(int from, int to, JpegSequence out, int[] before) {
        if (from >= to) {
            return;
        }
        int first = from * FIELDS;
        int last = (to - 1) * FIELDS;
        out.own().mean(0, units[first + FIRST_LUMA] - before[0]);
        out.append(tokens, units[first + START] + 1, units[first + BLUE_START]);
        out.own().mean(1, units[first + BLUE] - before[1]);
        out.append(tokens, units[first + BLUE_START] + 1, units[first + RED_START]);
        out.own().mean(1, units[first + RED] - before[2]);
        int end = to * FIELDS < units.length ? units[to * FIELDS + START] : tokens.count();
        out.append(tokens, units[first + RED_START] + 1, end);
        before[0] = units[last + LAST_LUMA];
        before[1] = units[last + BLUE];
        before[2] = units[last + RED];
    }
}
