package dev.vitrine.render.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The few TIFF tags that the library behind {@link Decoder} gets wrong, read from a file's first directory. */
final class TiffTags {
    private static final int EXTRA_SAMPLES = 338;
    private static final int ASSOCIATED_ALPHA = 1;

    private TiffTags() {}

    /** Whether color samples were multiplied by alpha (TIFF 6.0, section 18). */
    static boolean hasAssociatedAlpha(byte[] data) {
        ByteBuffer in = ByteBuffer.wrap(data);
        in.order(data[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        boolean big = in.getShort(2) == 43;
        long directory = big ? in.getLong(8) : in.getInt(4) & 0xffffffffL;
        int countBytes = big ? 8 : 2;
        int entryBytes = big ? 20 : 12;
        if (directory < 8 || directory + countBytes > data.length) {
            return false;
        }
        long entries = big ? in.getLong((int) directory) : in.getShort((int) directory) & 0xffff;
        long at = directory + countBytes;
        for (long i = 0; i < entries && at + entryBytes <= data.length; i++, at += entryBytes) {
            if ((in.getShort((int) at) & 0xffff) == EXTRA_SAMPLES) {
                return in.getShort((int) at + (big ? 12 : 8)) == ASSOCIATED_ALPHA;
            }
        }
        return false;
    }
}
