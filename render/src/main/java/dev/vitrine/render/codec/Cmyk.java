package dev.vitrine.render.codec;

import dev.vitrine.render.pixel.PixelBuffer;
import java.awt.image.Raster;
import java.util.Optional;

/**
 * Ink turned into light: by a profile's conversion, else by the plain formula {@code red = (1 - cyan)(1 - black)}, with which
 * colors are recognizable rather than right.
 */
final class Cmyk {
    private Cmyk() {}

    /** Bands cyan, magenta, yellow, black (and perhaps alpha), full scale = full ink. */
    static PixelBuffer of(Raster raster, Optional<ColorGrid> grid) {
        return convert(raster, false, false, grid);
    }

    /**
     * The raw components of a four-component JPEG.
     *
     * @param adobeTransform of its Adobe segment; -1 without one. With one, ink is stored inverted; 2 means YCCK
     */
    static PixelBuffer ofJpeg(Raster raster, int adobeTransform, Optional<ColorGrid> grid) {
        return convert(raster, adobeTransform >= 0, adobeTransform == 2, grid);
    }

    private static PixelBuffer convert(Raster raster, boolean inverted, boolean ycck, Optional<ColorGrid> grid) {
        int bands = raster.getNumBands();
        PixelBuffer out = PixelBuffer.blank(raster.getWidth(), raster.getHeight());
        int[] row = new int[out.width() * bands];
        int[] depths = raster.getSampleModel().getSampleSize();
        for (int y = 0; y < out.height(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, out.width(), 1, row);
            Pictures.toEightBits(row, depths);
            for (int x = 0; x < out.width(); x++) {
                int at = x * bands;
                if (ycck) {
                    rotate(row, at);
                }
                if (inverted) {
                    invert(row, at);
                }
                int rgb = grid.isPresent()
                        ? grid.get().convert(row[at], row[at + 1], row[at + 2], row[at + 3])
                        : plain(row[at], row[at + 1], row[at + 2], row[at + 3]);
                int alpha = bands > 4 ? row[at + 4] : 255;
                out.argb()[y * out.width() + x] = alpha << 24 | rgb;
            }
        }
        return out;
    }

    private static void invert(int[] row, int at) {
        for (int i = at; i < at + 4; i++) {
            row[i] ^= 255;
        }
    }

    private static int plain(int cyan, int magenta, int yellow, int black) {
        int light = 255 - black;
        return product(255 - cyan, light) << 16 | product(255 - magenta, light) << 8 | product(255 - yellow, light);
    }

    /** YCbCr to the three components it was made of (ITU T.871); in Adobe's files those are inverted inks. */
    private static void rotate(int[] row, int at) {
        double luma = row[at];
        double cb = row[at + 1] - 128;
        double cr = row[at + 2] - 128;
        row[at] = clamp(luma + 1.402 * cr);
        row[at + 1] = clamp(luma - 0.344136 * cb - 0.714136 * cr);
        row[at + 2] = clamp(luma + 1.772 * cb);
    }

    private static int clamp(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }

    private static int product(int a, int b) {
        return (a * b + 127) / 255;
    }
}
