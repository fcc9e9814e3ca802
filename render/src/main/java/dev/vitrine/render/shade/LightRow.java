package dev.vitrine.render.shade;

import dev.vitrine.render.pixel.LightMap;

/** The light on a piece of a row, as indices into a {@link ShadingTable}: one per pixel for gray light, three for colored. */
public final class LightRow {
    private final LightMap map;
    private final int[] index;

    /** Room for pieces of up to {@code width} pixels. */
    public LightRow(LightMap map, int width) {
        this.map = map;
        this.index = new int[width * map.channels()];
    }

    /** Reads {@code count} pixels from {@code x} on. */
    public void read(int x, int y, int count) {
        int channels = map.channels();
        var region = map.region();
        int outside = ShadingTable.index(map.fill());
        for (int i = 0; i < count; i++) {
            boolean known = region.contains(x + i, y);
            int at = known ? ((y - region.y()) * region.width() + x + i - region.x()) * channels : 0;
            for (int c = 0; c < channels; c++) {
                index[i * channels + c] = known ? ShadingTable.index(map.values()[at + c] & 0xffff) : outside;
            }
        }
    }

    public int red(int i) {
        return index[map.channels() == 1 ? i : 3 * i];
    }

    public int green(int i) {
        return index[map.channels() == 1 ? i : 3 * i + 1];
    }

    public int blue(int i) {
        return index[map.channels() == 1 ? i : 3 * i + 2];
    }
}
