package dev.vitrine.render.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Turns tokens into the bits of a scan. */
final class JpegPacker {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int LENGTH_BITS = JpegHuffman.LENGTH_BITS;
    private static final int LENGTH = (1 << LENGTH_BITS) - 1;

    private final JpegHuffman[] codes;

    /** By table and symbol: its code with zeros in the place of the value's bits, and the length of both. */
    private final int[] entries = new int[JpegTokens.SYMBOL + 1];

    private final byte[] out;
    private int at;

    /** Bits that are not in {@link #out} yet, from the topmost on, and how many: less than 8. */
    private long held;

    private int used;

    /** @param counts how often each symbol is going to occur, by table */
    JpegPacker(JpegHuffman[] codes, int[] counts) {
        this.codes = codes;
        long bits = 0;
        for (int i = 0; i < entries.length; i++) {
            entries[i] = entry(codes[i >> JpegTokens.TABLE_SHIFT].codes()[i & 255], i & 15);
            bits += (long) counts[i] * (entries[i] & LENGTH);
        }
        this.out = new byte[Math.toIntExact(bits / 8 + 16)];
    }

    private static int entry(int code, int tail) {
        int length = code & LENGTH;
        return code >>> LENGTH_BITS << tail << LENGTH_BITS | (length + tail);
    }

    JpegHuffman[] codes() {
        return codes;
    }

    /** Appends some tokens, two at a time: at most 54 bits, put together before they have to wait. */
    void add(int[] tokens, int from, int to) {
        int[] table = entries;
        int next = at;
        long bits = held;
        int count = used;
        for (int i = from; i < to - 1; i += 2) {
            int a = table[tokens[i] & JpegTokens.SYMBOL];
            int b = table[tokens[i + 1] & JpegTokens.SYMBOL];
            long both = (long) (a >>> LENGTH_BITS | tokens[i] >>> JpegTokens.VALUE_SHIFT) << (b & LENGTH)
                    | b >>> LENGTH_BITS
                    | tokens[i + 1] >>> JpegTokens.VALUE_SHIFT;
            count += (a & LENGTH) + (b & LENGTH);
            bits |= both << -count;
            LONGS.set(out, next, bits);
            next += count >> 3;
            bits <<= count & 56;
            count &= 7;
        }
        at = next;
        held = bits;
        used = count;
        if ((to - from) % 2 != 0) {
            add(tokens[to - 1]);
        }
    }

    private void add(int token) {
        int entry = entries[token & JpegTokens.SYMBOL];
        used += entry & LENGTH;
        held |= (long) (entry >>> LENGTH_BITS | token >>> JpegTokens.VALUE_SHIFT) << -used;
        LONGS.set(out, at, held);
        at += used >> 3;
        held <<= used & 56;
        used &= 7;
    }

    /** The bits, filled up with ones. */
    JpegBytes bytes() {
        LONGS.set(out, at, held | -1L >>> used);
        return new JpegBytes(out, at + ((used + 7) >> 3));
    }
}
