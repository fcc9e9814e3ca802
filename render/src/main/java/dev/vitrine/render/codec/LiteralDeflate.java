package dev.vitrine.render.codec;

import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.Adler32;

/**
 * Packs bytes in zlib's format (RFC 1950) without looking for repetitions: Huffman codes alone (RFC 1951, section 3.2.7). Filtered
 * photographs have hardly any repetitions, and this is many times as fast as looking for them. The same bytes on every JDK.
 */
final class LiteralDeflate implements PngPacker {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int BLOCK = 64 * 1024;
    private static final int END = 256;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 20);
    private final Adler32 sum = new Adler32();
    private final byte[] block = new byte[BLOCK];
    private int filled;
    private long held;
    private int bits;

    LiteralDeflate() {
        out.write(0x78);
        out.write(0x01);
    }

    @Override
    public void add(byte[] data, int length) {
        sum.update(data, 0, length);
        for (int from = 0; from < length; ) {
            if (filled == BLOCK) {
                write(false);
            }
            int count = Math.min(length - from, BLOCK - filled);
            System.arraycopy(data, from, block, filled, count);
            filled += count;
            from += count;
        }
    }

    @Override
    public byte[] finish() {
        write(true);
        if (bits > 0) {
            out.write((int) held);
        }
        byte[] check = new byte[4];
        PngWriter.putInt(check, 0, (int) sum.getValue());
        out.writeBytes(check);
        return out.toByteArray();
    }

    private void write(boolean last) {
        int[] frequencies = frequencies();
        DeflateCode code = DeflateCode.of(frequencies);
        byte[] bytes = new byte[(int) (code.bits(frequencies) / 8) + DeflateCode.HEAD_BYTES + 16];
        int at = 0;
        for (int entry : code.head(last)) {
            at = put(bytes, at, entry);
        }
        at = literals(bytes, at, code.entries());
        at = put(bytes, at, code.entries()[END]);
        out.write(bytes, 0, at);
        filled = 0;
    }

    /** Four counts in turn: the same byte twice in a row would have to wait for its own count. */
    private int[] frequencies() {
        int[] a = new int[END + 1];
        int[] b = new int[END];
        int[] c = new int[END];
        int[] d = new int[END];
        int i = 0;
        for (; i + 3 < filled; i += 4) {
            a[block[i] & 0xff]++;
            b[block[i + 1] & 0xff]++;
            c[block[i + 2] & 0xff]++;
            d[block[i + 3] & 0xff]++;
        }
        for (; i < filled; i++) {
            a[block[i] & 0xff]++;
        }
        for (int s = 0; s < END; s++) {
            a[s] += b[s] + c[s] + d[s];
        }
        a[END] = 1;
        return a;
    }

    /** Three codes have at most 45 bits, and at most 7 wait before them. */
    private int literals(byte[] bytes, int from, int[] entries) {
        byte[] in = block;
        int at = from;
        long word = held;
        int used = bits;
        int i = 0;
        for (; i + 2 < filled; i += 3) {
            int a = entries[in[i] & 0xff];
            int b = entries[in[i + 1] & 0xff];
            int c = entries[in[i + 2] & 0xff];
            word |= (long) (a >>> DeflateCode.LENGTH_BITS) << used;
            used += a & DeflateCode.LENGTH;
            word |= (long) (b >>> DeflateCode.LENGTH_BITS) << used;
            used += b & DeflateCode.LENGTH;
            word |= (long) (c >>> DeflateCode.LENGTH_BITS) << used;
            used += c & DeflateCode.LENGTH;
            LONGS.set(bytes, at, word);
            at += used >>> 3;
            word >>>= used & ~7;
            used &= 7;
        }
        held = word;
        bits = used;
        for (; i < filled; i++) {
            at = put(bytes, at, entries[in[i] & 0xff]);
        }
        return at;
    }

    /** Writes a code and its length. */
    private int put(byte[] bytes, int at, int entry) {
        held |= (long) (entry >>> DeflateCode.LENGTH_BITS) << bits;
        bits += entry & DeflateCode.LENGTH;
        LONGS.set(bytes, at, held);
        int whole = bits >>> 3;
        held >>>= bits & ~7;
        bits &= 7;
        return at + whole;
    }
}
