package dev.vitrine.render.codec;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * A raster of integers.
 *
 * @param samples unsigned 16 bit; 8-bit samples were multiplied by 257, so that full scale stays full scale
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Raster16(int width, int height, int channels, short[] samples) implements Raster {
    public Raster16 {
        checkArgument(samples.length == width * height * channels, "raster of %s x %s", width, height);
    }

    @Override
    public int level(int x, int y, int channel) {
        return samples[(y * width + x) * channels + channel] & 0xffff;
    }

    @Override
    public float value(int x, int y, int channel) {
        return level(x, y, channel) / 65535f;
    }
}
