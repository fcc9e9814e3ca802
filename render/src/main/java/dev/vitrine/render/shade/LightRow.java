package dev.vitrine.render.shade;

import dev.vitrine.render.pixel.LightMap;
import dev.vitrine.render.pixel.Region;

/** The light on a piece of a row, as indices into a {@link ShadingTable}: one per pixel for gray light, three for colored. */
public final class LightRow {
    private static final int BLEND_BITS = 16;

    private final LightMap map;
    private final LightMap other;
    private final int share;
    private final int channels;
    private final int[] index;

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
        this.index = new int[width * channels];
    }

    /** Reads {@code count} pixels from {@code x} on. */
    public void read(int x, int y, int count) {
        if (share != 0) {
            blend(x, y, count);
            return;
        }
        Region region = map.region();
        if (region.contains(x, y) && region.contains(x + count - 1, y)) {
            short[] values = map.values();
            int at = ((y - region.y()) * region.width() + x - region.x()) * channels;
            for (int i = 0; i < count * channels; i++) {
                index[i] = ShadingTable.index(values[at + i] & 0xffff);
            }
            return;
        }
        int outside = ShadingTable.index(map.fill());
        for (int i = 0; i < count; i++) {
            boolean known = region.contains(x + i, y);
            int at = known ? ((y - region.y()) * region.width() + x + i - region.x()) * channels : 0;
            for (int c = 0; c < channels; c++) {
                index[i * channels + c] = known ? ShadingTable.index(map.values()[at + c] & 0xffff) : outside;
            }
        }
    }

    private void blend(int x, int y, int count) {
        for (int i = 0; i < count; i++) {
            for (int c = 0; c < channels; c++) {
                int from = map.at(x + i, y, c);
                long way = (long) (other.at(x + i, y, c) - from) * share;
                index[i * channels + c] = ShadingTable.index(from + (int) (way >> BLEND_BITS));
            }
        }
    }

    /** Whether it is gray: then {@link #red}, {@link #green} and {@link #blue} are the same. */
    public boolean isGray() {
        return channels == 1;
    }

    /** The indices of gray light. */
    int[] gray() {
        return index;
    }

    public int red(int i) {
        return index[channels == 1 ? i : 3 * i];
    }

    public int green(int i) {
        return index[channels == 1 ? i : 3 * i + 1];
    }

    public int blue(int i) {
        return index[channels == 1 ? i : 3 * i + 2];
    }
}
