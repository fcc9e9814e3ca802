package dev.vitrine.render.texture;

/**
 * One size of an opaque tile made for quick looking up: red, green and blue in lanes of {@link #LANE} bits of one number, so
 * that a sum of weighted texels is one multiplication for each; and the tile goes on for {@link #MARGIN} texels on every side,
 * so that no tap near its edge has to be wrapped.
 *
 * @param width of the tile, without margins
 * @param stride from row to row
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Lanes(int width, int height, int stride, long[] texels) {
    static final int LANE = 21;
    static final long MASK = (1L << LANE) - 1;

    /** Taps of a footprint reach no further than this from its middle, where the texels fit it. */
    static final int MARGIN = 12;

    static Lanes of(MipMap.Level level) {
        int stride = level.width() + 2 * MARGIN;
        int rows = level.height() + 2 * MARGIN;
        long[] texels = new long[2 * stride * rows];
        for (int y = 0; y < rows; y++) {
            int from = Math.floorMod(y - MARGIN, level.height()) * level.width();
            for (int x = 0; x < stride; x++) {
                long texel = spread(level.texels()[from + Math.floorMod(x - MARGIN, level.width())]);
                texels[2 * (y * stride + x)] = texel;
                if (y > 0) {
                    texels[2 * ((y - 1) * stride + x) + 1] = texel;
                }
            }
        }
        return new Lanes(level.width(), level.height(), 2 * stride, texels);
    }

    boolean isOneTexel() {
        return width == 1 && height == 1;
    }

    private static long spread(int rgb) {
        return (rgb & 0xff0000L) << (2 * LANE - 16) | (rgb & 0xff00L) << (LANE - 8) | (rgb & 0xffL);
    }
}
