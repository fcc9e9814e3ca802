package dev.vitrine.render.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;

/** What a JPEG file says about itself, written into the finished file. */
final class JpegMarks {
    private static final int UNITS = 13;
    private static final int DOTS_PER_INCH = 1;

    private static final byte[] PROFILE = "ICC_PROFILE\0".getBytes(US_ASCII);

    /** So much of a profile fits into a segment beside its own heads. */
    private static final int MOST_BYTES = 65535 - 2 - PROFILE.length - 2;

    private JpegMarks() {}

    /**
     * The file with a profile in as many APP2 segments as it takes (ICC.1:2010, annex B.4), behind the JFIF or Adobe segment
     * that it begins with.
     */
    static byte[] withProfile(byte[] jpeg, IccProfile profile) {
        byte[] data = profile.bytes();
        int count = (data.length + MOST_BYTES - 1) / MOST_BYTES;
        if (count > 255) {
            return jpeg;
        }
        int head = 2;
        if (jpeg[3] == (byte) 0xe0 || jpeg[3] == (byte) 0xee) {
            head += 2 + ((jpeg[4] & 0xff) << 8 | (jpeg[5] & 0xff));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(jpeg.length + data.length + 20 * count);
        out.write(jpeg, 0, head);
        for (int i = 0; i < count; i++) {
            int from = i * MOST_BYTES;
            int bytes = Math.min(MOST_BYTES, data.length - from);
            int length = 2 + PROFILE.length + 2 + bytes;
            out.write(0xff);
            out.write(0xe2);
            out.write(length >> 8);
            out.write(length);
            out.writeBytes(PROFILE);
            out.write(i + 1);
            out.write(count);
            out.write(data, from, bytes);
        }
        out.write(jpeg, head, jpeg.length - head);
        return out.toByteArray();
    }

    /** The same file with its print resolution in the JFIF segment that it begins with; changed in place. */
    static byte[] withDensity(byte[] jfif, double dpi) {
        int density = (int) Math.max(1, Math.min(65535, Math.round(dpi)));
        jfif[UNITS] = DOTS_PER_INCH;
        for (int at = UNITS + 1; at < UNITS + 5; at += 2) {
            jfif[at] = (byte) (density >> 8);
            jfif[at + 1] = (byte) density;
        }
        return jfif;
    }
}
