package dev.vitrine.render.texture;

import dev.vitrine.render.resample.Edge;

/**
 * A tile that is repeated to the left and right only: above it stands its first row, again and again, and below it its last,
 * each half as high as the tile. Filters that reach past its upper and lower edge find more of the edge.
 */
public final class Frieze {
    private Frieze() {}

    public static MipMap of(MipMap tile) {
        MipMap.Level level = tile.level(0);
        int width = level.width();
        int height = level.height();
        int half = (height + 1) / 2;
        int[] out = new int[width * (height + 2 * half)];
        for (int y = 0; y < height + 2 * half; y++) {
            int row = Math.min(Math.max(y - half, 0), height - 1);
            System.arraycopy(level.texels(), row * width, out, y * width, width);
        }
        return new MipMap(new MipMap.Level(width, height + 2 * half, out), Edge.WRAP);
    }
}
