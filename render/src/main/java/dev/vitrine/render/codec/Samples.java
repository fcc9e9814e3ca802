package dev.vitrine.render.codec;

import dev.vitrine.core.value.PixelType;
import dev.vitrine.render.pixel.PixelBuffer;

/**
 * A picture as bytes, one for each component, row by row and pixel by pixel: what the formats take that are not for screens
 * alone.
 *
 * @param alpha whether a byte of alpha follows the components; gray and RGB only
 * @param rows gives one row at a time, width × {@link #channels} bytes
 */
record Samples(PixelType type, boolean alpha, int width, int height, PngWriter.Rows rows) {
    /** RGB over black. */
    static Samples rgb(PixelBuffer pixels) {
        return rgb(pixels.width(), pixels.height(), OverBlack.flatten(pixels));
    }

    /** RGB with alpha, multiplied by it. */
    static Samples premultiplied(PixelBuffer pixels) {
        int[] argb = pixels.argb();
        int width = pixels.width();
        return new Samples(PixelType.RGB, true, width, pixels.height(), (y, row) -> {
            for (int x = 0; x < width; x++) {
                int p = Palette.premultiplied(argb[y * width + x]);
                row[4 * x] = (byte) (p >> 16);
                row[4 * x + 1] = (byte) (p >> 8);
                row[4 * x + 2] = (byte) p;
                row[4 * x + 3] = (byte) (p >>> 24);
            }
        });
    }

    /** The blue of pixels that are gray, over black. */
    static Samples gray(PixelBuffer pixels) {
        int[] argb = OverBlack.flatten(pixels);
        int width = pixels.width();
        return new Samples(PixelType.GRAY, false, width, pixels.height(), (y, row) -> {
            for (int x = 0; x < width; x++) {
                row[x] = (byte) argb[y * width + x];
            }
        });
    }

    /** The blue of pixels that are gray, with alpha; multiplied by it if so asked. */
    static Samples grayAlpha(PixelBuffer pixels, boolean premultiplied) {
        int[] argb = pixels.argb();
        int width = pixels.width();
        return new Samples(PixelType.GRAY, true, width, pixels.height(), (y, row) -> {
            for (int x = 0; x < width; x++) {
                int p = argb[y * width + x];
                int alpha = p >>> 24;
                row[2 * x] = (byte) (premultiplied ? OverBlack.times(p & 0xff, alpha) : p);
                row[2 * x + 1] = (byte) alpha;
            }
        });
    }

    /** Packed {@code 0xCCMMYYKK}, 255 is full ink. */
    static Samples cmyk(int width, int height, int[] inks) {
        return new Samples(PixelType.CMYK, false, width, height, (y, row) -> {
            for (int x = 0; x < width; x++) {
                int p = inks[y * width + x];
                row[4 * x] = (byte) (p >> 24);
                row[4 * x + 1] = (byte) (p >> 16);
                row[4 * x + 2] = (byte) (p >> 8);
                row[4 * x + 3] = (byte) p;
            }
        });
    }

    private static Samples rgb(int width, int height, int[] argb) {
        return new Samples(PixelType.RGB, false, width, height, (y, row) -> {
            for (int x = 0; x < width; x++) {
                int p = argb[y * width + x];
                row[3 * x] = (byte) (p >> 16);
                row[3 * x + 1] = (byte) (p >> 8);
                row[3 * x + 2] = (byte) p;
            }
        });
    }

    /** Bytes a pixel. */
    int channels() {
        return colors() + (alpha ? 1 : 0);
    }

    /** Components without alpha. */
    int colors() {
        return switch (type) {
            case GRAY -> 1;
            case RGB -> 3;
            case CMYK -> 4;
        };
    }

    int rowBytes() {
        return width * channels();
    }

    /** All rows behind each other. */
    byte[] all() {
        byte[] out = new byte[Math.multiplyExact(rowBytes(), height)];
        byte[] row = new byte[rowBytes()];
        for (int y = 0; y < height; y++) {
            rows.read(y, row);
            System.arraycopy(row, 0, out, y * row.length, row.length);
        }
        return out;
    }
}
