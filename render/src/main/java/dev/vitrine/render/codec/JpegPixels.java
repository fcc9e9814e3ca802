package dev.vitrine.render.codec;

import dev.vitrine.render.pixel.PixelBuffer;

/**
 * Makes pixels of the samples of a JPEG file, one row of its units after the other (JFIF 1.02). Samples come with those of the same column of
 * all units together; they are put in order as late as can be.
 */
final class JpegPixels {
    private static final int HALF = 1 << 15;
    private static final int OPAQUE = 0xff000000;
    private static final int BOTH = 0x10001;
    private static final int LOW = 0xff00ff;

    private final PixelBuffer out;
    private final boolean isGray;
    private final boolean widens;
    private final boolean heightens;
    private final int units;
    private final int[] line;
    private final int[] luma;
    private final int[] ordered;
    private final int[] chroma;
    private final int[] mixed;
    private final int[] left;
    private final int[] right;
    private final int[] lastLuma;
    private final int[] lastChroma;
    private int[][] packed = new int[0][];
    private int y;
    private boolean isStarted;

    /** @param units how many lie side by side */
    JpegPixels(JpegFrame frame, int factor, int units, PixelBuffer out) {
        this.out = out;
        this.units = units;
        this.isGray = frame.components().size() == 1;
        this.widens = factor == 1 && frame.across() == 2;
        this.heightens = factor == 1 && frame.down() == 2;
        int width = out.width();
        int small = (width + 1) / 2;
        int lanes = units * 8 * frame.across() / factor;
        this.line = new int[widens ? width : lanes];
        this.luma = new int[widens ? width : 0];
        this.ordered = new int[small];
        this.chroma = new int[width + 1];
        this.mixed = new int[widens ? lanes / 2 : lanes];
        this.left = new int[small];
        this.right = new int[small];
        this.lastLuma = new int[lanes];
        this.lastChroma = new int[mixed.length];
    }

    /** Takes the samples of a row of units, by component and row; they may be used again afterwards. */
    void add(int[][][] samples) {
        int[][] luma = samples[0];
        if (isGray) {
            for (int v = 0; v < luma.length && y < out.height(); v++) {
                gray(luma[v], line);
                write();
            }
            return;
        }
        int[][] colors = pack(samples[1], samples[2]);
        if (!heightens) {
            for (int v = 0; v < luma.length && y < out.height(); v++) {
                row(luma[v], colors[v]);
            }
            return;
        }
        if (isStarted) {
            mix(lastChroma, colors[0]);
            row(lastLuma, mixed);
        }
        isStarted = true;
        for (int v = 0; v + 1 < luma.length && y < out.height(); v++) {
            mix(colors[v / 2], further(v, colors));
            row(luma[v], mixed);
        }
        System.arraycopy(luma[luma.length - 1], 0, lastLuma, 0, lastLuma.length);
        System.arraycopy(colors[colors.length - 1], 0, lastChroma, 0, lastChroma.length);
    }

    /** Makes the last row, which waits for what does not come. */
    void finish() {
        if (y < out.height()) {
            mix(lastChroma, lastChroma);
            row(lastLuma, mixed);
        }
    }

    /** The row of chroma on the other side of pixel row {@code v} of these units; beyond the picture its first or last row. */
    private int[] further(int v, int[][] colors) {
        if (v % 2 == 0) {
            return v > 0 ? colors[v / 2 - 1] : y > 0 ? lastChroma : colors[0];
        }
        boolean isLast = y / 2 + 1 >= (out.height() + 1) / 2;
        return colors[isLast ? v / 2 : v / 2 + 1];
    }

    private int[][] pack(int[][] blue, int[][] red) {
        if (packed.length == 0) {
            packed = new int[blue.length][lastChroma.length];
        }
        for (int v = 0; v < packed.length; v++) {
            pack(blue[v], red[v], packed[v]);
        }
        return packed;
    }

    private void mix(int[] near, int[] far) {
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = 3 * near[i] + far[i];
        }
    }

    /** One row of pixels. {@code colors}: packed chroma of the row, or of half as many samples. */
    private void row(int[] samples, int[] colors) {
        if (widens) {
            order(colors, ordered, 0, ordered.length);
            widen(ordered, heightens ? 4 : 2, heightens ? 8 : 1, heightens ? 7 : 2);
            order(samples, luma, 0, luma.length);
            color(luma, chroma);
        } else {
            color(samples, colors);
        }
        write();
    }

    private void color(int[] luma, int[] colors) {
        reds(luma, colors, line);
        greens(luma, colors, line);
        blues(luma, colors, line);
    }

    private void widen(int[] colors, int bits, int moreLeft, int moreRight) {
        int n = left.length;
        System.arraycopy(colors, 0, left, 1, n - 1);
        left[0] = colors[0];
        System.arraycopy(colors, 1, right, 0, n - 1);
        right[n - 1] = colors[n - 1];
        between(colors, left, moreLeft * BOTH, bits);
        between(colors, right, moreRight * BOTH, bits);
        for (int i = 0; i < n; i++) {
            chroma[2 * i] = left[i];
            chroma[2 * i + 1] = right[i];
        }
    }

    private void write() {
        if (widens) {
            System.arraycopy(line, 0, out.argb(), y * out.width(), out.width());
        } else {
            order(line, out.argb(), y * out.width(), out.width());
        }
        y++;
    }

    /** Puts samples in order, as many of them as are wanted. */
    private void order(int[] in, int[] out, int to, int count) {
        int side = in.length / units;
        for (int j = 0; j < side; j++) {
            column(in, j * units, out, to + j, side, (count - j + side - 1) / side);
        }
    }

    private static void column(int[] in, int from, int[] out, int to, int step, int count) {
        for (int n = 0; n < count; n++) {
            out[to + n * step] = in[from + n];
        }
    }

    // plain loops over whole arrays with the same index everywhere: the compiler makes vectors of them

    private static void pack(int[] blue, int[] red, int[] both) {
        for (int i = 0; i < both.length; i++) {
            both[i] = blue[i] | red[i] << 16;
        }
    }

    /** Two components in each number, which have room for the sums. */
    private static void between(int[] near, int[] far, int more, int bits) {
        for (int i = 0; i < far.length; i++) {
            far[i] = ((3 * near[i] + far[i] + more) >>> bits) & LOW;
        }
    }

    private static void gray(int[] luma, int[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = OPAQUE | luma[i] * 0x010101;
        }
    }

    // one loop for each color, and a limit without a choice: that is as much as the compiler makes vectors of

    private static void reds(int[] luma, int[] chroma, int[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = OPAQUE | limited(luma[i] + (((chroma[i] >>> 16) * 91881 + HALF - 128 * 91881) >> 16)) << 16;
        }
    }

    private static void greens(int[] luma, int[] chroma, int[] out) {
        for (int i = 0; i < out.length; i++) {
            int both = chroma[i];
            int less = (both & 0xffff) * 22554 + (both >>> 16) * 46802 - HALF - 128 * (22554 + 46802);
            out[i] |= limited(luma[i] + (-less >> 16)) << 8;
        }
    }

    private static void blues(int[] luma, int[] chroma, int[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] |= limited(luma[i] + (((chroma[i] & 0xffff) * 116130 + HALF - 128 * 116130) >> 16));
        }
    }

    /** 0 to 255. */
    static int limited(int x) {
        int positive = x & ~(x >> 31);
        int over = positive - 255;
        return 255 + (over & over >> 31);
    }
}
