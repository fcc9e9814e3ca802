package dev.vitrine.render.pixel;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * An illumination map: the light on each view pixel as an encoded value, 0 to 65535, neutral at 32896 (128/255).
 *
 * @param channels 1 for gray light, 3 for colored light (red, green, blue beside each other)
 * @param values unsigned 16-bit samples, row by row over the region; shared, so not to be written to
 * @param fill the light outside the region, unsigned 16 bit
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity where it matters
public record LightMap(Region region, int channels, short[] values, int fill) {
    public static final int NEUTRAL = 32896;

    public LightMap {
        checkArgument(channels == 1 || channels == 3, "%s channels", channels);
        checkArgument(values.length == region.width() * region.height() * channels, "light map of %s", region);
    }

    /** Light at a view pixel, 0 to 65535. */
    public int at(int x, int y, int channel) {
        if (!region.contains(x, y)) {
            return fill;
        }
        int pixel = (y - region.y()) * region.width() + x - region.x();
        return values[pixel * channels + (channels == 1 ? 0 : channel)] & 0xffff;
    }

    public long bytes() {
        return 2L * values.length;
    }
}
