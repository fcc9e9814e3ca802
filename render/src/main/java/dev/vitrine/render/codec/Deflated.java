package dev.vitrine.render.codec;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/** Bytes in zlib's format. */
final class Deflated {
    private Deflated() {}

    static byte[] of(byte[] data, int level) {
        Deflater deflater = new Deflater(level);
        try {
            deflater.setInput(data);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(data.length / 2 + 64);
            byte[] buffer = new byte[64 * 1024];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }
}
