package dev.vitrine.render.pixel;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * An illumination map: the light on each view pixel as an encoded value, 0 to 65535, neutral at 32896 (128/255). Compared by identity.
 * Safe for many threads.
 */
public final class LightMap {
    public static final int NEUTRAL = 32896;

    /** The step of full light; 16 steps per level of 8 bits. */
    public static final int STEPS = 255 * 16;

    private final Region region;
    private final int channels;
    private final short[] values;
    private final int fill;

    /** The values in steps, once they were asked for. */
    private volatile short[] steps = {};

    /**
     * A map.
     *
     * @param channels 1 for gray light, 3 for colored light (red, green, blue beside each other)
     * @param values unsigned 16-bit samples, row by row over the region; shared, so not to be written to
     * @param fill the light outside the region, unsigned 16 bit
     */
    public LightMap(Region region, int channels, short[] values, int fill) {
        checkArgument(channels == 1 || channels == 3, "%s channels", channels);
        checkArgument(values.length == region.width() * region.height() * channels, "light map of %s", region);
        this.region = region;
        this.channels = channels;
        this.values = values;
        this.fill = fill;
    }

    public Region region() {
        return region;
    }

    public int channels() {
        return channels;
    }

    /** Shared, so not to be written to. */
    public short[] values() {
        return values;
    }

    public int fill() {
        return fill;
    }

    /** The values in steps, 0 to {@link #STEPS}, made when they are first asked for; shared, so not to be written to. */
    public short[] steps() {
        if (steps.length != values.length) {
            short[] made = new short[values.length];
            for (int i = 0; i < made.length; i++) {
                made[i] = (short) step(values[i] & 0xffff);
            }
            steps = made;
        }
        return steps;
    }

    /** The step nearest to a light of 0 to 65535. */
    public static int step(int light) {
        return (light * STEPS + 32767) / 65535;
    }

    /** Light at a view pixel, 0 to 65535. */
    public int at(int x, int y, int channel) {
        return region.contains(x, y) ? values[index(x, y) + (channels == 1 ? 0 : channel)] & 0xffff : fill;
    }

    /** The place of a view pixel of the region in {@link #values} and {@link #steps}. */
    public int index(int x, int y) {
        return ((y - region.y()) * region.width() + x - region.x()) * channels;
    }

    /** Bytes of memory, with steps. */
    public long bytes() {
        return 4L * values.length;
    }
}
