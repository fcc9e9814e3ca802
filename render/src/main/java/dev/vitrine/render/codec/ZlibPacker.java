package dev.vitrine.render.codec;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/** Packs with the JDK's zlib, which finds repetitions. Which bytes come out may depend on the version of zlib that the JDK uses. */
final class ZlibPacker implements PngPacker {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final byte[] buffer = new byte[64 * 1024];
    private final Deflater deflater;

    ZlibPacker(int level, int strategy) {
        this.deflater = new Deflater(level);
        deflater.setStrategy(strategy);
    }

    @Override
    public void add(byte[] data, int length) {
        deflater.setInput(data, 0, length);
        while (!deflater.needsInput()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
    }

    @Override
    public byte[] finish() {
        deflater.finish();
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        return out.toByteArray();
    }

    @Override
    public void close() {
        deflater.end();
    }
}
