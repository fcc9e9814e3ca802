package dev.vitrine.render.codec;

import java.util.Arrays;
import java.util.stream.IntStream;

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

    /** So many units, or a multiple, are transformed at a time: whatever depends on how many stays. */
    private static final int ROUND = 8;

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
        return file(scan().sequence(), density);
    }

    /** The tokens of the whole picture. */
    JpegScan scan() {
        JpegScan scan = scan(unitsAcross() * unitsDown());
        Units all = units(unitsAcross());
        int[] before = new int[3];
        for (int row = 0; row < unitsDown(); row++) {
            all.write(row, 0, unitsAcross(), scan, before);
        }
        return scan;
    }

    /** Empty, with room for about as many tokens as so many units take. */
    JpegScan scan(int units) {
        return new JpegScan(units, new JpegTokens(Math.max(1024, units * unit() * unit() / 3)));
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
    byte[] file(JpegSequence tokens, int density) {
        JpegPacker packed = tokens.packed();
        return packed.bytes().file(head(density, packed.codes()));
    }

    /** Units side by side, on their way to tokens. */
    final class Units {
        private final JpegBlocks[] y;
        private final JpegBlocks cb;
        private final JpegBlocks cr;
        private final int most;
        private final int[] places;
        private final int[] line;
        private final int[] nextLine;
        private final int[] odd;
        private final int[] nextOdd;
        private final int[] redAndBlue;
        private final int[] green;

        /** From lines to samples, by pair of rows of a unit, or row. */
        private final JpegLoop[][] luma;

        private final JpegLoop[][] chroma;

        private Units(int most) {
            this.most = most;
            this.places = fullChroma ? INSIDE : PAIRED;
            this.y = new JpegBlocks[unit() / 8];
            Arrays.setAll(y, i -> new JpegBlocks(most, places, BaselineJpeg.this.luma));
            this.cb = new JpegBlocks(most, INSIDE, BaselineJpeg.this.chroma);
            this.cr = new JpegBlocks(most, INSIDE, BaselineJpeg.this.chroma);
            this.line = new int[unit() * most];
            this.nextLine = new int[line.length];
            this.odd = new int[8 * most];
            this.nextOdd = new int[8 * most];
            this.redAndBlue = new int[8 * most];
            this.green = new int[8 * most];
            this.luma = IntStream.range(0, 8).mapToObj(this::luma).toArray(JpegLoop[][]::new);
            this.chroma = IntStream.range(0, 8).mapToObj(this::chroma).toArray(JpegLoop[][]::new);
        }

        /**
         * Appends some units of a row.
         *
         * @param before the means of the last block of each component; changed
         */
        void write(int row, int first, int count, JpegScan scan, int[] before) {
            int room = Math.min(most, (count + ROUND - 1) / ROUND * ROUND);
            if (fullChroma) {
                read(row, first, count, room);
            } else {
                readHalfChroma(row, first, count, room);
            }
            for (JpegBlocks part : y) {
                part.transform(room);
            }
            cb.transform(room);
            cr.transform(room);
            JpegTokens tokens = scan.tokens();
            for (int unit = 0; unit < count; unit++) {
                scan.begin();
                for (JpegBlocks part : y) {
                    for (int k = 0; k < y.length; k++) {
                        before[0] = tokens.block(part, k * room + unit, before[0], 0);
                        scan.luma(before[0]);
                    }
                }
                before[1] = tokens.block(cb, unit, before[1], 1);
                scan.blue(before[1]);
                before[2] = tokens.block(cr, unit, before[2], 1);
                scan.red(before[2]);
            }
        }

        private void read(int row, int first, int count, int room) {
            for (int v = 0; v < 8; v++) {
                line(8 * row + v, first, count, room, line);
                JpegLoop.all(luma[v], 8 * room);
                JpegLoop.all(chroma[v], 8 * room);
            }
        }

        private void readHalfChroma(int row, int first, int count, int room) {
            int half = 8 * room;
            for (int v = 0; v < 8; v++) {
                line(16 * row + 2 * v, first, count, room, line);
                line(16 * row + 2 * v + 1, first, count, room, nextLine);
                JpegLoop.all(luma[v], 2 * half);
                System.arraycopy(line, half, odd, 0, half);
                System.arraycopy(nextLine, half, nextOdd, 0, half);
                JpegLoop.all(chroma[v], half);
            }
        }

        private JpegLoop[] luma(int v) {
            return fullChroma
                    ? new JpegLoop[] {new JpegLoop.Brightness(line, y[0].samples(v))}
                    : new JpegLoop[] {
                        new JpegLoop.Brightness(line, y[v / 4].samples(v % 4 * 2)),
                        new JpegLoop.Brightness(nextLine, y[v / 4].samples(v % 4 * 2 + 1))
                    };
        }

        private JpegLoop[] chroma(int v) {
            return fullChroma
                    ? new JpegLoop[] {new JpegLoop.Blue(line, cb.samples(v)), new JpegLoop.Red(line, cr.samples(v))}
                    : new JpegLoop[] {
                        new JpegLoop.RedsAndBlues(line, odd, nextLine, nextOdd, redAndBlue),
                        new JpegLoop.Greens(line, odd, nextLine, nextOdd, green),
                        new JpegLoop.MeanBlue(redAndBlue, green, cb.samples(v)),
                        new JpegLoop.MeanRed(redAndBlue, green, cr.samples(v))
                    };
        }

        /**
         * A piece of a row of the picture, its last pixel repeated; below the picture its last row. Pixels of the same column of all units
         * lie together.
         */
        private void line(int y, int first, int count, int room, int[] out) {
            int side = places.length;
            int from = Math.min(y, height - 1) * width + first * side;
            int known = Math.min(count * side, width - first * side);
            int whole = known / side;
            for (int j = 0; j < side; j += 8) {
                eightColumns(rgb, from + j, side, out, j, room, whole);
            }
            for (int j = 0; j < side && whole < count; j++) {
                out[places[j] * room + whole] = rgb[from + Math.min(whole * side + j, known - 1)];
            }
        }

        /** Eight columns of each of some units: at once, so that few indices have to be checked. */
        private void eightColumns(int[] in, int from, int step, int[] out, int first, int room, int count) {
            int a = places[first] * room;
            int b = places[first + 1] * room;
            int c = places[first + 2] * room;
            int d = places[first + 3] * room;
            int e = places[first + 4] * room;
            int f = places[first + 5] * room;
            int g = places[first + 6] * room;
            int h = places[first + 7] * room;
            int at = from;
            for (int n = 0; n < count; n++) {
                out[a + n] = in[at];
                out[b + n] = in[at + 1];
                out[c + n] = in[at + 2];
                out[d + n] = in[at + 3];
                out[e + n] = in[at + 4];
                out[f + n] = in[at + 5];
                out[g + n] = in[at + 6];
                out[h + n] = in[at + 7];
                at += step;
            }
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
