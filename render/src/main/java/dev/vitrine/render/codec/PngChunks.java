package dev.vitrine.render.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.vitrine.core.failure.Failures;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * The chunks of a PNG file (W3C PNG, section 5), walked before a decoder sees it: insists on an end and on sound checksums,
 * which the decoder does not look at, and leaves out text, profiles and everything else that is no pixel.
 */
final class PngChunks {
    private static final int SIGNATURE_BYTES = 8;
    private static final int FRAME_BYTES = 12;
    private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    private PngChunks() {}

    /** The file without the chunks that do not matter here. */
    static byte[] lean(SourceBytes source) {
        byte[] data = source.data();
        ByteBuffer in = ByteBuffer.wrap(data);
        ByteArrayOutputStream out = new ByteArrayOutputStream(data.length);
        out.write(data, 0, SIGNATURE_BYTES);
        int at = SIGNATURE_BYTES;
        String type = "";
        while (!type.equals("IEND")) {
            if (at + FRAME_BYTES > data.length) {
                throw Failures.sourceDamaged(source.name(), "the PNG data end early");
            }
            int length = in.getInt(at);
            if (length < 0 || length > data.length - at - FRAME_BYTES) {
                throw Failures.sourceDamaged(source.name(), "a PNG chunk ends early");
            }
            type = new String(data, at + 4, 4, US_ASCII);
            if (NEEDED.contains(type)) {
                checkSum(source, type, at + 4, length + 4, in.getInt(at + 8 + length));
                out.write(data, at, length + FRAME_BYTES);
            }
            at += length + FRAME_BYTES;
        }
        return out.toByteArray();
    }

    private static void checkSum(SourceBytes source, String type, int from, int length, int expected) {
        CRC32 sum = new CRC32();
        sum.update(source.data(), from, length);
        if ((int) sum.getValue() != expected) {
            throw Failures.sourceDamaged(source.name(), "the checksum of its " + type + " chunk is wrong");
        }
    }
}
