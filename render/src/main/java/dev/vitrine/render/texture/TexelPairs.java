package dev.vitrine.render.texture;

/**
 * One size of an opaque tile made for quick looking up: beside each texel lies the one below it, so that the four about a place are side
 * by side; and the tile goes on for {@link #MARGIN} texels on every side, so that no tap near its edge has to be wrapped.
 *
 * @param width of the tile, without margins
 * @param stride from row to row of {@code texels}
 * @param texels {@code 0xffRRGGBB}
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record TexelPairs(int width, int height, int stride, int[] texels) {
    /** Taps of a footprint reach no further than this from its middle, where the texels fit it. */
    static final int MARGIN = 12;

    static TexelPairs of(MipMap.Level level) {
        int across = level.width() + 2 * MARGIN;
        int rows = level.height() + 2 * MARGIN;
        int[] texels = new int[2 * across * rows];
        for (int y = 0; y < rows; y++) {
            int from = Math.floorMod(y - MARGIN, level.height()) * level.width();
            for (int x = 0; x < across; x++) {
                int texel = level.texels()[from + Math.floorMod(x - MARGIN, level.width())];
                texels[2 * (y * across + x)] = texel;
                if (y > 0) {
                    texels[2 * ((y - 1) * across + x) + 1] = texel;
                }
            }
        }
        return new TexelPairs(level.width(), level.height(), 2 * across, texels);
    }

    boolean isOneTexel() {
        return width == 1 && height == 1;
    }
}
