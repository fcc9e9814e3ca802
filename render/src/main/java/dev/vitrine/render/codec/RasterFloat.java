package dev.vitrine.render.codec;

import static com.google.common.base.Preconditions.checkArgument;

/** A raster of floating-point numbers. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record RasterFloat(int width, int height, int channels, float[] samples) implements Raster {
    public RasterFloat {
        checkArgument(samples.length == width * height * channels, "raster of %s x %s", width, height);
    }

    @Override
    public int level(int x, int y, int channel) {
        float value = value(x, y, channel);
        return value > 0 ? Math.round(Math.min(value, 1) * 65535) : 0; // not-a-number becomes 0
    }

    @Override
    public float value(int x, int y, int channel) {
        return samples[(y * width + x) * channels + channel];
    }
}
