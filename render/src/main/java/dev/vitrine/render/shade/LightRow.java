package dev.vitrine.render.shade;

import dev.vitrine.render.pixel.LightMap;
import dev.vitrine.render.pixel.Region;

/**
 * The light on a piece of a row, as indices into a {@link ShadingTable}: one per pixel for gray light, three for
 * colored. Mostly they are the map's own. Not safe for many threads.
 */
public final class LightRow {
    private static final int BLEND_BITS = 16;

    private final LightMap map;
    private final LightMap other;
    private final int share;
    private final int channels;
    private final short[] own;
    private short[] index = {};
    private int first;

    /** Room for pieces of up to {@code width} pixels. */
    public LightRow(LightMap map, int width) {
        this(map, map, 0, width);
    }

    /**
     * Light between two maps.
     *
     * @param share of the other map, 0 to 1
     */
    public LightRow(LightMap map, LightMap other, double share, int width) {
        this.map = map;
        this.other = other;
        this.share = (int) Math.round(share * (1 << BLEND_BITS));
        this.channels = Math.max(map.channels(), other.channels());
        this.own = new short[width * channels];
    }

    /** Reads {@code count} pixels from {@code x} on. */
    public void read(int x, int y, int count) {
        Region region = map.region();
        if (share == 0 && region.contains(x, y) && region.contains(x + count - 1, y)) {
            index = map.steps();
            first = map.index(x, y);
            return;
        }
        index = own;
        first = 0;
        for (int i = 0; i < count; i++) {
            for (int c = 0; c < channels; c++) {
                own[i * channels + c] = (short) LightMap.step(light(x + i, y, c));
            }
        }
    }

    private int light(int x, int y, int channel) {
        int from = map.at(x, y, channel);
        long way = (long) (other.at(x, y, channel) - from) * share;
        return from + (int) (way >> BLEND_BITS);
    }

    /** Whether it is gray: then {@link #red}, {@link #green} and {@link #blue} are the same. */
    public boolean isGray() {
        return channels == 1;
    }

    /** Indices, among them those of the piece, from {@link #first} on. */
    short[] indices() {
        return index;
    }

    int first() {
        return first;
    }

    public int red(int i) {
        return index[first + channels * i];
    }

    public int green(int i) {
        return index[first + (channels == 1 ? i : 3 * i + 1)];
    }

    public int blue(int i) {
        return index[first + (channels == 1 ? i : 3 * i + 2)];
    }
}
