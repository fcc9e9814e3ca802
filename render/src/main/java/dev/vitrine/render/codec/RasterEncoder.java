package dev.vitrine.render.codec;

import static com.google.common.base.Preconditions.checkArgument;

import dev.vitrine.render.pixel.PixelBuffer;

/** Writes rasters and pictures for packages: PNG as small as it gets, samples exactly as given. */
public final class RasterEncoder {
    private RasterEncoder() {}

    /** Gray with 8 bits. */
    public static byte[] gray8(int width, int height, byte[] samples) {
        checkArgument(samples.length == width * height, "%s samples", samples.length);
        return PngWriter.small()
                .write(width, height, 1, 8, (y, row) -> System.arraycopy(samples, y * width, row, 0, width));
    }

    /** Gray (1 channel) or RGB (3) with 8 bits: the upper bytes of 16-bit samples. */
    public static byte[] upper8(int width, int height, int channels, short[] samples) {
        int length = width * channels;
        return PngWriter.small().write(width, height, channels, 8, (y, row) -> {
            for (int i = 0; i < length; i++) {
                row[i] = (byte) (samples[y * length + i] >>> 8);
            }
        });
    }

    /** Gray (1 channel), RGB (3) or RGBA (4) with 16 bits. */
    public static byte[] samples16(int width, int height, int channels, short[] samples) {
        int length = width * channels;
        checkArgument(samples.length == length * height, "%s samples", samples.length);
        return PngWriter.small().write(width, height, channels, 16, (y, row) -> {
            for (int i = 0; i < length; i++) {
                short sample = samples[y * length + i];
                row[2 * i] = (byte) (sample >>> 8);
                row[2 * i + 1] = (byte) sample;
            }
        });
    }

    /** A picture without its alpha, or with straight alpha. */
    public static byte[] picture(PixelBuffer pixels, boolean alpha) {
        return new PngEncoder(alpha).encode(pixels, PngWriter.small());
    }
}
