package dev.vitrine.render.codec;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** An uncompressed little-endian TIFF file of one strip, for tests (TIFF 6.0). */
final class TiffFile {
    private final int width;
    private final int height;
    private final int channels;
    private final int bits;
    private int photometric;
    private int extra = -1;
    private int sampleFormat = 1;
    private byte[] data = {};

    TiffFile(int width, int height, int channels, int bits) {
        this.width = width;
        this.height = height;
        this.channels = channels;
        this.bits = bits;
        this.photometric = channels >= 3 ? 2 : 1;
    }

    TiffFile photometric(int value) {
        photometric = value;
        return this;
    }

    /** 1 associated, 2 unassociated alpha. */
    TiffFile extra(int value) {
        extra = value;
        return this;
    }

    TiffFile bytes(int... samples) {
        data = new byte[samples.length];
        for (int i = 0; i < samples.length; i++) {
            data[i] = (byte) samples[i];
        }
        return this;
    }

    TiffFile shorts(int... samples) {
        ByteBuffer out = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int sample : samples) {
            out.putShort((short) sample);
        }
        data = out.array();
        return this;
    }

    TiffFile floats(float... samples) {
        ByteBuffer out = ByteBuffer.allocate(4 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float sample : samples) {
            out.putFloat(sample);
        }
        data = out.array();
        sampleFormat = 3;
        return this;
    }

    SourceBytes build() {
        int entries = extra < 0 ? 10 : 11;
        int bitsAt = 8 + 2 + 12 * entries + 4;
        int formatAt = bitsAt + 2 * channels;
        int dataAt = formatAt + 2 * channels;
        ByteBuffer out = ByteBuffer.allocate(dataAt + data.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) entries);
        entry(out, 256, 4, 1, width);
        entry(out, 257, 4, 1, height);
        entry(out, 258, 3, channels, channels == 1 ? bits : bitsAt);
        entry(out, 259, 3, 1, 1);
        entry(out, 262, 3, 1, photometric);
        entry(out, 273, 4, 1, dataAt);
        entry(out, 277, 3, 1, channels);
        entry(out, 278, 4, 1, height);
        entry(out, 279, 4, 1, data.length);
        if (extra >= 0) {
            entry(out, 338, 3, 1, extra);
        }
        entry(out, 339, 3, channels, channels == 1 ? sampleFormat : formatAt);
        out.putInt(0);
        for (int i = 0; i < channels; i++) {
            out.putShort((short) bits);
        }
        for (int i = 0; i < channels; i++) {
            out.putShort((short) sampleFormat);
        }
        out.put(data);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(out.array());
        return new SourceBytes("test.tif", file.toByteArray());
    }

    private static void entry(ByteBuffer out, int tag, int type, int count, int value) {
        out.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }
}
