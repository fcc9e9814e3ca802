package dev.vitrine.render.codec;

import java.io.ByteArrayOutputStream;

/** The markers before the scan of a baseline JPEG file with three components (ITU-T T.81, annex B; JFIF 1.02). */
final class JpegHead {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1024);

    byte[] bytes() {
        return out.toByteArray();
    }

    void start(int dotsPerInch) {
        put(0xff, 0xd8, 0xff, 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 2, 1);
        two(dotsPerInch);
        two(dotsPerInch);
        put(0, 0);
    }

    void quantization(int number, int[] table, int[] zigzag) {
        put(0xff, 0xdb, 0, 67, number);
        for (int at : zigzag) {
            put(table[at]);
        }
    }

    /** @param step luma samples per chroma sample, along both directions */
    void frame(int width, int height, int step) {
        put(0xff, 0xc0, 0, 17, 8);
        two(height);
        two(width);
        put(3, 1, step << 4 | step, 0, 2, 0x11, 1, 3, 0x11, 1);
    }

    void huffman(int kind, JpegHuffman code) {
        put(0xff, 0xc4);
        two(19 + code.symbols().length);
        put(kind);
        put(code.lengths());
        put(code.symbols());
    }

    void scan() {
        put(0xff, 0xda, 0, 12, 3, 1, 0, 2, 0x11, 3, 0x11, 0, 63, 0);
    }

    private void two(int value) {
        put(value >> 8, value & 255);
    }

    private void put(int... values) {
        for (int value : values) {
            out.write(value);
        }
    }
}
