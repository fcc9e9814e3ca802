package dev.vitrine.render.codec;

import java.util.Arrays;

/**
 * TIFF's LZW (TIFF 6.0, section 13): codes of 9 to 12 bits, the highest bit first, that grow one code early; the table is
 * cleared when it is full.
 */
final class TiffLzw {
    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int FIRST = 258;
    private static final int FULL = 4094;
    private static final int HASH_BITS = 14;

    /** The string that a hash slot holds, as its prefix's code and its last byte; -1 in a free slot. */
    private final int[] strings = new int[1 << HASH_BITS];

    private final short[] codes = new short[1 << HASH_BITS];
    private byte[] out;
    private int size;
    private int pending;
    private int pendingBits;
    private int width;
    private int next;

    private TiffLzw(int bytes) {
        this.out = new byte[bytes / 2 + 64];
    }

    static byte[] pack(byte[] data) {
        return new TiffLzw(data.length).packed(data);
    }

    private byte[] packed(byte[] data) {
        width = 9;
        put(CLEAR);
        forget();
        int code = data.length == 0 ? END : data[0] & 0xff;
        for (int i = 1; i < data.length; i++) {
            int string = code << 8 | (data[i] & 0xff);
            int slot = slot(string);
            if (strings[slot] == string) {
                code = codes[slot];
            } else {
                put(code);
                strings[slot] = string;
                codes[slot] = (short) next;
                grow();
                code = data[i] & 0xff;
            }
        }
        if (data.length > 0) {
            put(code);
            grow();
            put(END);
        } else {
            put(code);
        }
        if (pendingBits > 0) {
            write(pending << (8 - pendingBits));
        }
        return Arrays.copyOf(out, size);
    }

    private int slot(int string) {
        int slot = (string * 0x9e3779b1) >>> (32 - HASH_BITS);
        while (strings[slot] >= 0 && strings[slot] != string) {
            slot = (slot + 1) & ((1 << HASH_BITS) - 1);
        }
        return slot;
    }

    private void grow() {
        next++;
        if (next == FULL) {
            put(CLEAR);
            forget();
        } else if (next >= 1 << width) {
            width++;
        }
    }

    private void forget() {
        Arrays.fill(strings, -1);
        width = 9;
        next = FIRST;
    }

    private void put(int code) {
        pending = pending << width | code;
        pendingBits += width;
        while (pendingBits >= 8) {
            pendingBits -= 8;
            write(pending >> pendingBits);
        }
        pending &= (1 << pendingBits) - 1;
    }

    private void write(int value) {
        if (size == out.length) {
            out = Arrays.copyOf(out, 2 * size);
        }
        out[size++] = (byte) value;
    }
}
