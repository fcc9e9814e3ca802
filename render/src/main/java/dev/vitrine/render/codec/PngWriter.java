package dev.vitrine.render.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes PNG files (W3C PNG, third edition): gray and RGB with and without alpha of 8 or 16 bits, not interlaced. Each row takes the filter
 * with the smallest sum of absolute differences, which is what the specification recommends for such images.
 */
final class PngWriter {
    static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int SUB = 1;
    private static final int UP = 2;
    private static final int PAETH = 4;
    private static final double INCHES_PER_METER = 1 / 0.0254;

    private final int[] filters;
    private final int level;
    private final double dpi;

    private PngWriter(int[] filters, int level, double dpi) {
        this.filters = filters;
        this.level = level;
        this.dpi = dpi;
    }

    /** For replies: within a percent or two of the smallest file in a fraction of the time. */
    static PngWriter quick() {
        return new PngWriter(new int[] {SUB, UP}, 4, 0);
    }

    /** For packages, which are written once. */
    static PngWriter small() {
        return new PngWriter(new int[] {0, SUB, UP, PAETH}, 6, 0);
    }

    /** The same, noting a print resolution in the file. */
    PngWriter resolution(double dotsPerInch) {
        return new PngWriter(filters, level, dotsPerInch);
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
        chunk(out, "IDAT", deflate(width, height, channels * depth / 8, rows));
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

    private byte[] deflate(int width, int height, int pixelBytes, Rows rows) {
        int length = width * pixelBytes;
        byte[] above = new byte[length];
        byte[] row = new byte[length];
        byte[] best = new byte[length + 1];
        byte[] tried = new byte[length + 1];
        byte[] packed = new byte[64 * 1024];
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(level);
        deflater.setStrategy(Deflater.FILTERED);
        try {
            for (int y = 0; y < height; y++) {
                rows.read(y, row);
                long least = Long.MAX_VALUE;
                for (int filter : filters) {
                    long cost = filter(filter, row, above, pixelBytes, tried);
                    if (cost < least) {
                        least = cost;
                        byte[] swap = best;
                        best = tried;
                        tried = swap;
                    }
                }
                deflater.setInput(best);
                while (!deflater.needsInput()) {
                    out.write(packed, 0, deflater.deflate(packed));
                }
                byte[] swap = above;
                above = row;
                row = swap;
            }
            deflater.finish();
            while (!deflater.finished()) {
                out.write(packed, 0, deflater.deflate(packed));
            }
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }

    /** Filters a row into {@code out} and returns the sum of the results' distances from 0. */
    private static long filter(int filter, byte[] row, byte[] above, int step, byte[] out) {
        out[0] = (byte) filter;
        long sum = 0;
        for (int i = 0; i < row.length; i++) {
            int left = i < step ? 0 : row[i - step] & 0xff;
            int up = above[i] & 0xff;
            int guess = switch (filter) {
                case SUB -> left;
                case UP -> up;
                case PAETH -> paeth(left, up, i < step ? 0 : above[i - step] & 0xff);
                default -> 0;
            };
            byte difference = (byte) (row[i] - guess);
            out[i + 1] = difference;
            sum += Math.abs(difference);
        }
        return sum;
    }

    private static int paeth(int left, int up, int upLeft) {
        int toLeft = Math.abs(up - upLeft);
        int toUp = Math.abs(left - upLeft);
        int toUpLeft = Math.abs(left + up - 2 * upLeft);
        if (toLeft <= toUp && toLeft <= toUpLeft) {
            return left;
        }
        return toUp <= toUpLeft ? up : upLeft;
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
