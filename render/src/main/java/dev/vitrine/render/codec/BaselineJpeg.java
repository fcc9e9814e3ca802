package dev.vitrine.render.codec;

import java.util.Arrays;

/**
 * Writes baseline JPEG files (ITU-T T.81 and JFIF 1.02): YCbCr with chroma of full or half resolution, the quantization tables
 * of annex K.1 scaled by quality, and Huffman codes made for the picture. The same pixels give the same bytes everywhere.
 */
final class BaselineJpeg {
    private static final int[] LUMA = {
        16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29,
        51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121,
        120, 101, 72, 92, 95, 98, 112, 100, 103, 99
    };
    private static final int[] CHROMA = {
        17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99, 47, 66, 99, 99,
        99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
        99, 99, 99, 99, 99, 99, 99, 99
    };

    /** Where the columns of a unit lie: one after the other, or the even ones before the odd ones, so that pairs have the same place. */
    private static final int[] INSIDE = {0, 1, 2, 3, 4, 5, 6, 7};

    private static final int[] PAIRED = {0, 8, 1, 9, 2, 10, 3, 11, 4, 12, 5, 13, 6, 14, 7, 15};

    private final int width;
    private final int height;
    private final int[] rgb;
    private final int[] luma;
    private final int[] chroma;
    private final boolean fullChroma;

    /**
     * @param rgb packed pixels, row by row; what is above 24 bits is not looked at
     * @param fullChroma 4:4:4 instead of 4:2:0
     */
    BaselineJpeg(int width, int height, int[] rgb, int quality, boolean fullChroma) {
        this.width = width;
        this.height = height;
        this.rgb = rgb;
        this.luma = scaled(LUMA, quality);
        this.chroma = scaled(CHROMA, quality);
        this.fullChroma = fullChroma;
    }

    private static int[] scaled(int[] table, int quality) {
        int percent = quality < 50 ? 5000 / Math.max(1, quality) : 200 - 2 * quality;
        return Arrays.stream(table)
                .map(q -> Math.min(255, Math.max(1, (q * percent + 50) / 100)))
                .toArray();
    }

    /** The file. {@code density}: dots per inch, 1 to 65535. */
    byte[] encode(int density) {
        return file(scan().tokens(), density);
    }

    /** The tokens of the whole picture. */
    JpegScan scan() {
        JpegScan scan = new JpegScan(unitsAcross() * unitsDown(), tokens());
        Units all = units(unitsAcross());
        int[] before = new int[3];
        for (int row = 0; row < unitsDown(); row++) {
            all.write(row, 0, unitsAcross(), scan, before);
        }
        return scan;
    }

    /** Empty, with room for about as many as this picture takes. */
    JpegTokens tokens() {
        return new JpegTokens(Math.max(1024, rgb.length / 3));
    }

    /** The sides of a unit (an MCU), pixels. */
    int unit() {
        return fullChroma ? 8 : 16;
    }

    int unitsAcross() {
        return (width + unit() - 1) / unit();
    }

    int unitsDown() {
        return (height + unit() - 1) / unit();
    }

    /** @param most how many are written at a time */
    Units units(int most) {
        return new Units(most);
    }

    /** The file that these tokens, of all units row by row, make. */
    byte[] file(JpegTokens tokens, int density) {
        JpegHuffman[] codes = {tokens.code(0), tokens.code(1), tokens.code(2), tokens.code(3)};
        return tokens.pack(codes).file(head(density, codes));
    }

    /** Units side by side, on their way to tokens. */
    final class Units {
        private final JpegBlocks[] y;
        private final JpegBlocks cb;
        private final JpegBlocks cr;
        private final int[] places;
        private final int[] line;
        private final int[] nextLine;
        private final int[] odd;
        private final int[] nextOdd;
        private final int[] redAndBlue;
        private final int[] green;

        private Units(int most) {
            this.places = fullChroma ? INSIDE : PAIRED;
            this.y = new JpegBlocks[unit() / 8];
            Arrays.setAll(y, i -> new JpegBlocks(most, places, luma));
            this.cb = new JpegBlocks(most, INSIDE, chroma);
            this.cr = new JpegBlocks(most, INSIDE, chroma);
            this.line = new int[unit() * most];
            this.nextLine = new int[line.length];
            this.odd = new int[8 * most];
            this.nextOdd = new int[8 * most];
            this.redAndBlue = new int[8 * most];
            this.green = new int[8 * most];
        }

        /**
         * Appends some units of a row.
         *
         * @param before the means of the last block of each component; changed
         */
        void write(int row, int first, int count, JpegScan scan, int[] before) {
            if (fullChroma) {
                read(row, first, count);
            } else {
                readHalfChroma(row, first, count);
            }
            for (JpegBlocks part : y) {
                part.transform(count);
            }
            cb.transform(count);
            cr.transform(count);
            JpegTokens tokens = scan.tokens();
            for (int unit = 0; unit < count; unit++) {
                scan.begin();
                for (JpegBlocks part : y) {
                    for (int k = 0; k < y.length; k++) {
                        before[0] = tokens.block(part, k * count + unit, before[0], 0);
                        scan.luma(before[0]);
                    }
                }
                before[1] = tokens.block(cb, unit, before[1], 1);
                scan.blue(before[1]);
                before[2] = tokens.block(cr, unit, before[2], 1);
                scan.red(before[2]);
            }
        }

        private void read(int row, int first, int count) {
            for (int v = 0; v < 8; v++) {
                line(8 * row + v, first, count, line);
                brightness(line, y[0].samples(v), 8 * count);
                blueDifference(line, cb.samples(v), 8 * count);
                redDifference(line, cr.samples(v), 8 * count);
            }
        }

        private void readHalfChroma(int row, int first, int count) {
            int half = 8 * count;
            for (int v = 0; v < 8; v++) {
                line(16 * row + 2 * v, first, count, line);
                line(16 * row + 2 * v + 1, first, count, nextLine);
                JpegBlocks part = y[v / 4];
                brightness(line, part.samples(v % 4 * 2), 2 * half);
                brightness(nextLine, part.samples(v % 4 * 2 + 1), 2 * half);
                System.arraycopy(line, half, odd, 0, half);
                System.arraycopy(nextLine, half, nextOdd, 0, half);
                redsAndBlues(line, odd, nextLine, nextOdd, redAndBlue, half);
                greens(line, odd, nextLine, nextOdd, green, half);
                blueDifference(redAndBlue, green, cb.samples(v), half);
                redDifference(redAndBlue, green, cr.samples(v), half);
            }
        }

        /**
         * A piece of a row of the picture, its last pixel repeated; below the picture its last row. Pixels of the same column of all units
         * lie together.
         */
        private void line(int y, int first, int count, int[] out) {
            int side = places.length;
            int from = Math.min(y, height - 1) * width + first * side;
            int known = Math.min(count * side, width - first * side);
            for (int j = 0; j < side; j++) {
                int at = places[j] * count;
                int there = Math.max(0, (known - j + side - 1) / side);
                column(rgb, from + j, side, out, at, there);
                Arrays.fill(out, at + there, at + count, rgb[from + known - 1]);
            }
        }
    }

    private static void column(int[] in, int from, int step, int[] out, int at, int count) {
        for (int n = 0; n < count; n++) {
            out[at + n] = in[from + n * step];
        }
    }

    // JFIF's YCbCr with 16 bits behind the point, brightness less 128

    /** Two loops of this size become vectors, one for all three colors does not. */
    private static void brightness(int[] rgb, int[] out, int count) {
        for (int i = 0; i < count; i++) {
            int p = rgb[i];
            out[i] = (p >> 16 & 255) * 19595 + (p & 255) * 7471 + 32768 - (128 << 16);
        }
        for (int i = 0; i < count; i++) {
            out[i] = (out[i] + (rgb[i] >> 8 & 255) * 38470) >> 16;
        }
    }

    private static void blueDifference(int[] rgb, int[] out, int count) {
        for (int i = 0; i < count; i++) {
            int p = rgb[i];
            out[i] = ((p & 255) * 32768 - (p >> 16 & 255) * 11059 - (p >> 8 & 255) * 21709 + 32767) >> 16;
        }
    }

    private static void redDifference(int[] rgb, int[] out, int count) {
        for (int i = 0; i < count; i++) {
            int p = rgb[i];
            out[i] = ((p >> 16 & 255) * 32768 - (p >> 8 & 255) * 27439 - (p & 255) * 5329 + 32767) >> 16;
        }
    }

    // sums of four pixels

    private static void redsAndBlues(int[] a, int[] b, int[] c, int[] d, int[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = (a[i] & 0xff00ff) + (b[i] & 0xff00ff) + (c[i] & 0xff00ff) + (d[i] & 0xff00ff);
        }
    }

    private static void greens(int[] a, int[] b, int[] c, int[] d, int[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = ((a[i] & 0xff00) + (b[i] & 0xff00) + (c[i] & 0xff00) + (d[i] & 0xff00)) >> 8;
        }
    }

    // differences of the mean of four pixels

    private static void blueDifference(int[] redAndBlue, int[] green, int[] out, int count) {
        for (int i = 0; i < count; i++) {
            int both = redAndBlue[i];
            out[i] = ((both & 0xffff) * 32768 - (both >> 16) * 11059 - green[i] * 21709 + (1 << 17) - 1) >> 18;
        }
    }

    private static void redDifference(int[] redAndBlue, int[] green, int[] out, int count) {
        for (int i = 0; i < count; i++) {
            int both = redAndBlue[i];
            out[i] = ((both >> 16) * 32768 - green[i] * 27439 - (both & 0xffff) * 5329 + (1 << 17) - 1) >> 18;
        }
    }

    private byte[] head(int density, JpegHuffman[] codes) {
        JpegHead head = new JpegHead();
        head.start(density);
        head.quantization(0, luma, JpegTokens.ZIGZAG);
        head.quantization(1, chroma, JpegTokens.ZIGZAG);
        head.frame(width, height, fullChroma ? 1 : 2);
        head.huffman(0, codes[0]);
        head.huffman(1, codes[1]);
        head.huffman(0x10, codes[2]);
        head.huffman(0x11, codes[3]);
        head.scan();
        return head.bytes();
    }
}
