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
    private final int[] line;
    private final int[] nextLine;

    /** @param rgb packed pixels, row by row; what is above 24 bits is not looked at */
    BaselineJpeg(int width, int height, int[] rgb, int quality) {
        this.width = width;
        this.height = height;
        this.rgb = rgb;
        this.luma = scaled(LUMA, quality);
        this.chroma = scaled(CHROMA, quality);
        this.line = new int[(width + 15) / 16 * 16];
        this.nextLine = new int[line.length];
    }

    private static int[] scaled(int[] table, int quality) {
        int percent = quality < 50 ? 5000 / Math.max(1, quality) : 200 - 2 * quality;
        return Arrays.stream(table)
                .map(q -> Math.min(255, Math.max(1, (q * percent + 50) / 100)))
                .toArray();
    }

    /** The file. {@code fullChroma}: 4:4:4 instead of 4:2:0. {@code density}: dots per inch, 1 to 65535. */
    byte[] encode(boolean fullChroma, int density) {
        JpegTokens tokens = new JpegTokens(Math.max(1024, rgb.length / 3));
        if (fullChroma) {
            fullChroma(tokens);
        } else {
            halfChroma(tokens);
        }
        JpegHuffman[] codes = {tokens.code(0), tokens.code(1), tokens.code(2), tokens.code(3)};
        byte[] head = head(fullChroma, density, codes);
        JpegTokens.Scan scan = tokens.pack(codes, head.length);
        System.arraycopy(head, 0, scan.bytes(), 0, head.length);
        byte[] file = Arrays.copyOf(scan.bytes(), scan.end() + 2);
        file[scan.end()] = (byte) 0xff;
        file[scan.end() + 1] = (byte) 0xd9;
        return file;
    }

    private void fullChroma(JpegTokens tokens) {
        int blocks = (width + 7) / 8;
        JpegBlocks y = new JpegBlocks(blocks, luma);
        JpegBlocks cb = new JpegBlocks(blocks, chroma);
        JpegBlocks cr = new JpegBlocks(blocks, chroma);
        int[] before = new int[3];
        for (int top = 0; top < height; top += 8) {
            for (int v = 0; v < 8; v++) {
                read(top + v, line);
                brightness(line, y.samples(v));
                blueDifference(line, cb.samples(v));
                redDifference(line, cr.samples(v));
            }
            y.transform();
            cb.transform();
            cr.transform();
            for (int b = 0; b < blocks; b++) {
                before[0] = tokens.block(y.coefficients(), 8 * b, before[0], 0);
                before[1] = tokens.block(cb.coefficients(), 8 * b, before[1], 1);
                before[2] = tokens.block(cr.coefficients(), 8 * b, before[2], 1);
            }
        }
    }

    private void halfChroma(JpegTokens tokens) {
        int blocks = (width + 15) / 16;
        JpegBlocks[] y = {new JpegBlocks(2 * blocks, luma), new JpegBlocks(2 * blocks, luma)};
        JpegBlocks cb = new JpegBlocks(blocks, chroma);
        JpegBlocks cr = new JpegBlocks(blocks, chroma);
        int[] before = new int[3];
        for (int top = 0; top < height; top += 16) {
            for (int v = 0; v < 8; v++) {
                read(top + 2 * v, line);
                read(top + 2 * v + 1, nextLine);
                JpegBlocks half = y[v / 4];
                brightness(line, half.samples(v % 4 * 2));
                brightness(nextLine, half.samples(v % 4 * 2 + 1));
                differences(line, nextLine, cb.samples(v), cr.samples(v));
            }
            y[0].transform();
            y[1].transform();
            cb.transform();
            cr.transform();
            for (int b = 0; b < blocks; b++) {
                for (JpegBlocks half : y) {
                    before[0] = tokens.block(half.coefficients(), 16 * b, before[0], 0);
                    before[0] = tokens.block(half.coefficients(), 16 * b + 8, before[0], 0);
                }
                before[1] = tokens.block(cb.coefficients(), 8 * b, before[1], 1);
                before[2] = tokens.block(cr.coefficients(), 8 * b, before[2], 1);
            }
        }
    }

    /** A row of the picture, its last pixel repeated; below the picture its last row. */
    private void read(int y, int[] out) {
        System.arraycopy(rgb, Math.min(y, height - 1) * width, out, 0, width);
        Arrays.fill(out, width, out.length, out[width - 1]);
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

    private byte[] head(boolean fullChroma, int density, JpegHuffman[] codes) {
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
