package dev.vitrine.render.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;

/**
 * Writes PNG files (W3C PNG, third edition): gray and RGB with and without alpha of 8 or 16 bits, not interlaced. How quick files are packed
 * depends on the picture: photographs by Huffman codes alone, and what repeats itself by way of its repetitions.
 */
final class PngWriter {
    static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final double INCHES_PER_METER = 1 / 0.0254;

    private final boolean quick;
    private final double dpi;

    private PngWriter(boolean quick, double dpi) {
        this.quick = quick;
        this.dpi = dpi;
    }

    /** For replies: hardly larger than the smallest file in a fraction of the time. */
    static PngWriter quick() {
        return new PngWriter(true, 0);
    }

    /** For packages, which are written once. */
    static PngWriter small() {
        return new PngWriter(false, 0);
    }

    /** The same, noting a print resolution in the file. */
    PngWriter resolution(double dotsPerInch) {
        return new PngWriter(quick, dotsPerInch);
    }

    /** Gives the rows of an image, big-endian samples with their channels beside each other. */
    interface Rows {
        void read(int y, byte[] row);
    }

    byte[] write(int width, int height, int channels, int depth, Rows rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        chunk(out, "IHDR", header(width, height, channels, depth));
        if (dpi > 0) {
            chunk(out, "pHYs", physical(dpi));
        }
        int pixelBytes = channels * depth / 8;
        PngRows source = new PngRows(height, width * pixelBytes, pixelBytes, rows);
        PngWay way = quick ? PngTrial.best(source) : PngWay.SMALL;
        chunk(out, "IDAT", way.pack(source, 0, height));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static byte[] header(int width, int height, int channels, int depth) {
        byte[] data = new byte[13];
        putInt(data, 0, width);
        putInt(data, 4, height);
        data[8] = (byte) depth;
        data[9] = (byte) colorType(channels);
        return data;
    }

    private static int colorType(int channels) {
        return switch (channels) {
            case 1 -> 0;
            case 2 -> 4;
            case 3 -> 2;
            default -> 6;
        };
    }

    /** The data of a chunk that notes a print resolution. */
    static byte[] physical(double dpi) {
        byte[] data = new byte[9];
        int perMeter = (int) Math.max(1, Math.round(dpi * INCHES_PER_METER));
        putInt(data, 0, perMeter);
        putInt(data, 4, perMeter);
        data[8] = 1;
        return data;
    }

    static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        byte[] name = type.getBytes(US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        byte[] number = new byte[4];
        putInt(number, 0, data.length);
        out.writeBytes(number);
        out.writeBytes(name);
        out.writeBytes(data);
        putInt(number, 0, (int) crc.getValue());
        out.writeBytes(number);
    }

    static void putInt(byte[] data, int at, int value) {
        data[at] = (byte) (value >>> 24);
        data[at + 1] = (byte) (value >>> 16);
        data[at + 2] = (byte) (value >>> 8);
        data[at + 3] = (byte) value;
    }
}
