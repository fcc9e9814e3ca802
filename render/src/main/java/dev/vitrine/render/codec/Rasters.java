package dev.vitrine.render.codec;

import dev.vitrine.core.failure.Failures;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;

/** What a library decoded, as numbers. */
final class Rasters {
    private Rasters() {}

    static Raster of(SourceBytes source, BufferedImage image) {
        return image.getColorModel() instanceof IndexColorModel palette
                ? ofPalette(image.getRaster(), palette)
                : of(source, image.getRaster());
    }

    static Raster of(SourceBytes source, java.awt.image.Raster raster) {
        if (raster.getNumBands() > 4) {
            throw Failures.sourceUnsupported(source.name(), raster.getNumBands() + " channels");
        }
        int type = raster.getDataBuffer().getDataType();
        if (type == DataBuffer.TYPE_FLOAT) {
            return ofFloats(raster);
        }
        int[] depths = raster.getSampleModel().getSampleSize();
        for (int depth : depths) {
            if (depth > 16 || type == DataBuffer.TYPE_SHORT) {
                throw Failures.sourceUnsupported(source.name(), depth + "-bit samples of this kind");
            }
        }
        return ofIntegers(raster, depths);
    }

    private static Raster16 ofIntegers(java.awt.image.Raster raster, int[] depths) {
        int width = raster.getWidth();
        short[] samples = new short[Math.multiplyExact(width * depths.length, raster.getHeight())];
        int[] row = new int[width * depths.length];
        int at = 0;
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int i = 0; i < row.length; i++) {
                samples[at++] = (short) toSixteenBits(row[i], depths[i % depths.length]);
            }
        }
        return new Raster16(width, raster.getHeight(), depths.length, samples);
    }

    private static RasterFloat ofFloats(java.awt.image.Raster raster) {
        int width = raster.getWidth();
        int channels = raster.getNumBands();
        float[] samples = new float[Math.multiplyExact(width * channels, raster.getHeight())];
        float[] row = new float[width * channels];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            System.arraycopy(row, 0, samples, y * row.length, row.length);
        }
        return new RasterFloat(width, raster.getHeight(), channels, samples);
    }

    /** Gray when all of its colors are (so are gray images of fewer than 8 bits), else red, green, blue. */
    private static Raster16 ofPalette(java.awt.image.Raster raster, IndexColorModel palette) {
        int[] table = new int[1 << palette.getPixelSize()];
        boolean gray = true;
        for (int i = 0; i < Math.min(table.length, palette.getMapSize()); i++) {
            table[i] = palette.getRGB(i);
            gray &= (table[i] & 0xff) == (table[i] >> 8 & 0xff) && (table[i] & 0xff) == (table[i] >> 16 & 0xff);
        }
        int channels = gray ? 1 : 3;
        short[] samples = new short[Math.multiplyExact(raster.getWidth() * channels, raster.getHeight())];
        int[] row = new int[raster.getWidth()];
        int at = 0;
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, row.length, 1, 0, row);
            for (int index : row) {
                for (int c = 0; c < channels; c++) {
                    samples[at++] = (short) (((table[index] >> (16 - 8 * c)) & 0xff) * 257);
                }
            }
        }
        return new Raster16(raster.getWidth(), raster.getHeight(), channels, samples);
    }

    private static int toSixteenBits(int sample, int depth) {
        return switch (depth) {
            case 8 -> sample * 257;
            case 16 -> sample;
            default -> {
                int full = (1 << depth) - 1;
                yield (sample * 65535 + full / 2) / full;
            }
        };
    }
}
