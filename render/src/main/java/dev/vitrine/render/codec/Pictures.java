package dev.vitrine.render.codec;

import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.value.PixelType;
import dev.vitrine.render.pixel.PixelBuffer;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a library decoded, as our pixels. Samples are taken band by band and never through a color space: Java's gray is
 * linear light and would come out far too bright.
 */
final class Pictures {
    private Pictures() {}

    /** @param grids the conversion for a pixel type, if there is one */
    static PixelBuffer of(
            SourceBytes source,
            BufferedImage image,
            boolean premultiplied,
            Function<PixelType, Optional<ColorGrid>> grids) {
        ColorModel colors = image.getColorModel();
        if (colors instanceof IndexColorModel palette) {
            return converted(ofPalette(image.getRaster(), palette), grids.apply(PixelType.RGB));
        }
        int space = colors.getColorSpace().getType();
        if (space == ColorSpace.TYPE_CMYK) {
            return Cmyk.of(image.getRaster(), grids.apply(PixelType.CMYK));
        }
        int bands = image.getRaster().getNumBands();
        boolean known = bands <= 2 ? space == ColorSpace.TYPE_GRAY : space == ColorSpace.TYPE_RGB;
        if (!known || bands > 4) {
            throw Failures.sourceUnsupported(source.name(), "its colors are neither gray, RGB nor CMYK");
        }
        PixelBuffer pixels = ofBands(image.getRaster());
        if (premultiplied || image.isAlphaPremultiplied()) {
            divideByAlpha(pixels.argb());
        }
        return converted(pixels, grids.apply(bands <= 2 ? PixelType.GRAY : PixelType.RGB));
    }

    /** By the conversion, if there is one. */
    static PixelBuffer converted(PixelBuffer pixels, Optional<ColorGrid> grid) {
        return grid.map(g -> pixels.isFixed() ? g.light(pixels).fixed() : g.light(pixels))
                .orElse(pixels);
    }

    private static PixelBuffer ofPalette(Raster raster, IndexColorModel palette) {
        int[] table = new int[1 << palette.getPixelSize()];
        int[] colors = new int[palette.getMapSize()];
        palette.getRGBs(colors);
        System.arraycopy(colors, 0, table, 0, Math.min(colors.length, table.length));
        PixelBuffer out = PixelBuffer.blank(raster.getWidth(), raster.getHeight());
        int[] row = new int[raster.getWidth()];
        for (int y = 0; y < out.height(); y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, row.length, 1, 0, row);
            for (int x = 0; x < row.length; x++) {
                out.argb()[y * row.length + x] = table[row[x]];
            }
        }
        return out;
    }

    private static PixelBuffer ofBands(Raster raster) {
        int bands = raster.getNumBands();
        PixelBuffer out = PixelBuffer.blank(raster.getWidth(), raster.getHeight());
        int[] argb = out.argb();
        int[] row = new int[out.width() * bands];
        int[] depths = raster.getSampleModel().getSampleSize();
        boolean isFloat = raster.getDataBuffer().getDataType() >= DataBuffer.TYPE_FLOAT;
        float[] floats = isFloat ? new float[row.length] : new float[0];
        for (int y = 0; y < out.height(); y++) {
            if (isFloat) {
                raster.getPixels(raster.getMinX(), raster.getMinY() + y, out.width(), 1, floats);
                quantize(floats, row);
            } else {
                raster.getPixels(raster.getMinX(), raster.getMinY() + y, out.width(), 1, row);
                toEightBits(row, depths);
            }
            for (int x = 0; x < out.width(); x++) {
                argb[y * out.width() + x] = pack(row, x * bands, bands);
            }
        }
        return out;
    }

    private static int pack(int[] row, int at, int bands) {
        return switch (bands) {
            case 1 -> 0xff000000 | row[at] * 0x010101;
            case 2 -> row[at + 1] << 24 | row[at] * 0x010101;
            case 3 -> 0xff000000 | row[at] << 16 | row[at + 1] << 8 | row[at + 2];
            default -> row[at + 3] << 24 | row[at] << 16 | row[at + 1] << 8 | row[at + 2];
        };
    }

    /** Scales samples of any depth to 8 bits in place, rounding to nearest; full scale stays full scale. */
    static void toEightBits(int[] row, int[] depths) {
        for (int b = 0; b < depths.length; b++) {
            if (depths[b] == 8) {
                continue;
            }
            int full = (int) ((1L << depths[b]) - 1);
            if (depths[b] > 16) {
                throw new IllegalArgumentException(depths[b] + "-bit samples");
            }
            for (int i = b; i < row.length; i += depths.length) {
                row[i] = (row[i] * 255 + full / 2) / full;
            }
        }
    }

    private static void quantize(float[] from, int[] to) {
        for (int i = 0; i < from.length; i++) {
            to[i] = from[i] > 0 ? Math.round(Math.min(from[i], 1) * 255) : 0;
        }
    }

    private static void divideByAlpha(int[] argb) {
        for (int i = 0; i < argb.length; i++) {
            int alpha = argb[i] >>> 24;
            if (alpha != 0 && alpha != 255) {
                int red = Math.min(255, ((argb[i] >> 16 & 0xff) * 255 + alpha / 2) / alpha);
                int green = Math.min(255, ((argb[i] >> 8 & 0xff) * 255 + alpha / 2) / alpha);
                int blue = Math.min(255, ((argb[i] & 0xff) * 255 + alpha / 2) / alpha);
                argb[i] = alpha << 24 | red << 16 | green << 8 | blue;
            }
        }
    }
}
