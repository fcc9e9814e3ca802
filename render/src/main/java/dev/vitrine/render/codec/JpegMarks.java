package dev.vitrine.render.codec;

/** What a JPEG file says about itself, written into the finished file. */
final class JpegMarks {
    private static final int UNITS = 13;
    private static final int DOTS_PER_INCH = 1;

    private JpegMarks() {}

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
