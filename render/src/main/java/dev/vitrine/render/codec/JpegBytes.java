package dev.vitrine.render.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The bytes of a JPEG scan as they are before a 0 is put behind each 255 (ITU-T T.81, F.1.2.3).
 *
 * @param count how many they are; there are at least 8 more in the array
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record JpegBytes(byte[] bytes, int count) {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final long LOW = 0x7f7f7f7f7f7f7f7fL;

    /** A whole file. */
    byte[] file(byte[] head) {
        int zeros = 0;
        for (int at = 0; at < count; at += 8) {
            zeros += Long.bitCount(full(at));
        }
        byte[] out = new byte[head.length + count + zeros + 2];
        System.arraycopy(head, 0, out, 0, head.length);
        int to = head.length;
        int from = 0;
        for (int at = 0; at < count; at += 8) {
            for (long full = full(at); full != 0; full &= ~Long.highestOneBit(full)) {
                int end = at + Long.numberOfLeadingZeros(full) / 8 + 1;
                System.arraycopy(bytes, from, out, to, end - from);
                to += end - from + 1;
                from = end;
            }
        }
        System.arraycopy(bytes, from, out, to, count - from);
        out[out.length - 2] = (byte) 0xff;
        out[out.length - 1] = (byte) 0xd9;
        return out;
    }

    /** The topmost bits of those of the next eight bytes that are 255. */
    private long full(int at) {
        long word = (long) LONGS.get(bytes, at);
        long full = ((word & LOW) + 0x0101010101010101L) & word & ~LOW;
        int behind = at + 8 - count;
        return behind <= 0 ? full : full & (-1L << (8 * behind));
    }
}
