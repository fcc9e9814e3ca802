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
        Units all = units(0, unitsAcross());
        int[] before = new int[3];
        for (int row = 0; row < unitsDown(); row++) {
            all.write(row, scan, before);
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

    Units units(int first, int count) {
        return new Units(first, count);
    }

    /** The file that these tokens, of all units row by row, make. */
    byte[] file(JpegTokens tokens, int density) {
        JpegHuffman[] codes = {tokens.code(0), tokens.code(1), tokens.code(2), tokens.code(3)};
        byte[] head = head(density, codes);
        JpegTokens.Scan scan = tokens.pack(codes, head.length);
        System.arraycopy(head, 0, scan.bytes(), 0, head.length);
        byte[] file = Arrays.copyOf(scan.bytes(), scan.end() + 2);
        file[scan.end()] = (byte) 0xff;
        file[scan.end() + 1] = (byte) 0xd9;
        return file;
    }

    /** Some columns of units, on their way to tokens row by row. */
    final class Units {
        private final int left;
        private final int count;
        private final JpegBlocks[] y;
        private final JpegBlocks cb;
        private final JpegBlocks cr;
        private final int[] line;
        private final int[] nextLine;

        private Units(int first, int count) {
            this.left = first * unit();
            this.count = count;
            this.y = new JpegBlocks[unit() / 8];
            Arrays.setAll(y, i -> new JpegBlocks(y.length * count, luma));
            this.cb = new JpegBlocks(count, chroma);
            this.cr = new JpegBlocks(count, chroma);
            this.line = new int[unit() * count];
            this.nextLine = new int[line.length];
        }

        /**
         * Appends the units of a row.
         *
         * @param before the means of the last block of each component; changed
         */
        void write(int row, JpegScan scan, int[] before) {
            if (fullChroma) {
                read(row);
            } else {
                readHalfChroma(row);
            }
            for (JpegBlocks part : y) {
                part.transform();
            }
            cb.transform();
            cr.transform();
            JpegTokens tokens = scan.tokens();
            int side = y.length;
            for (int unit = 0; unit < count; unit++) {
                scan.begin();
                for (JpegBlocks part : y) {
                    for (int k = 0; k < side; k++) {
                        before[0] = tokens.block(part.coefficients(), 8 * (side * unit + k), before[0], 0);
                        scan.luma(before[0]);
                    }
                }
                before[1] = tokens.block(cb.coefficients(), 8 * unit, before[1], 1);
                scan.blue(before[1]);
                before[2] = tokens.block(cr.coefficients(), 8 * unit, before[2], 1);
                scan.red(before[2]);
            }
        }

        private void read(int row) {
            for (int v = 0; v < 8; v++) {
                line(8 * row + v, line);
                brightness(line, y[0].samples(v));
                blueDifference(line, cb.samples(v));
                redDifference(line, cr.samples(v));
            }
        }

        private void readHalfChroma(int row) {
            for (int v = 0; v < 8; v++) {
                line(16 * row + 2 * v, line);
                line(16 * row + 2 * v + 1, nextLine);
                JpegBlocks half = y[v / 4];
                brightness(line, half.samples(v % 4 * 2));
                brightness(nextLine, half.samples(v % 4 * 2 + 1));
                differences(line, nextLine, cb.samples(v), cr.samples(v));
            }
        }

        /** A row of the picture, its last pixel repeated; below the picture its last row. */
        private void line(int y, int[] out) {
            int known = Math.min(out.length, width - left);
            System.arraycopy(rgb, Math.min(y, height - 1) * width + left, out, 0, known);
            Arrays.fill(out, known, out.length, out[known - 1]);
        }
    }

    // JFIF's YCbCr with 16 bits behind the point, brightness less 128

    /** Two loops of this size become vectors, one for all three colors does not. */
    private static void brightness(int[] rgb, int[] out) {
        for (int i = 0; i < out.length; i++) {
            int p = rgb[i];
            out[i] = (p >> 16 & 255) * 19595 + (p & 255) * 7471 + 32768 - (128 << 16);
        }
        for (int i = 0; i < out.length; i++) {
            out[i] = (out[i] + (rgb[i] >> 8 & 255) * 38470) >> 16;
        }
    }

    private static void blueDifference(int[] rgb, int[] out) {
        for (int i = 0; i < out.length; i++) {
            int p = rgb[i];
            out[i] = ((p & 255) * 32768 - (p >> 16 & 255) * 11059 - (p >> 8 & 255) * 21709 + 32767) >> 16;
        }
    }

    private static void redDifference(int[] rgb, int[] out) {
        for (int i = 0; i < out.length; i++) {
            int p = rgb[i];
            out[i] = ((p >> 16 & 255) * 32768 - (p >> 8 & 255) * 27439 - (p & 255) * 5329 + 32767) >> 16;
        }
    }

    /** Both differences of the mean of four pixels. */
    private static void differences(int[] upper, int[] lower, int[] blue, int[] red) {
        for (int i = 0; i < blue.length; i++) {
            int a = upper[2 * i];
            int b = upper[2 * i + 1];
            int c = lower[2 * i];
            int d = lower[2 * i + 1];
            int sum = (a & 0xff00ff) + (b & 0xff00ff) + (c & 0xff00ff) + (d & 0xff00ff);
            int r = sum >> 16;
            int bl = sum & 0xffff;
            int g = ((a & 0xff00) + (b & 0xff00) + (c & 0xff00) + (d & 0xff00)) >> 8;
            blue[i] = (bl * 32768 - r * 11059 - g * 21709 + (1 << 17) - 1) >> 18;
            red[i] = (r * 32768 - g * 27439 - bl * 5329 + (1 << 17) - 1) >> 18;
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
