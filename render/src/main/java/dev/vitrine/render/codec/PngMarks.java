package dev.vitrine.render.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/** What a PNG file says about itself, written into the finished file. */
final class PngMarks {
    private static final int HEAD_BYTES = 8 + 12 + 13;

    private PngMarks() {}

    /** The file with a profile in an iCCP chunk, which stands behind the header and before all else. */
    static byte[] withProfile(byte[] png, IccProfile profile) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes("icc\0\0".getBytes(US_ASCII));
        data.writeBytes(Deflated.of(profile.bytes(), Deflater.BEST_COMPRESSION));
        ByteArrayOutputStream out = new ByteArrayOutputStream(png.length + data.size() + 12);
        out.write(png, 0, HEAD_BYTES);
        PngWriter.chunk(out, "iCCP", data.toByteArray());
        out.write(png, HEAD_BYTES, png.length - HEAD_BYTES);
        return out.toByteArray();
    }
}
