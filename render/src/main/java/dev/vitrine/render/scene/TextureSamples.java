package dev.vitrine.render.scene;

import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.pixel.TextureMap;
import java.util.List;

/** Part of a texture map as 16-bit samples: u, v and validity. */
final class TextureSamples {
    private static final int FULL = 65535;

    private final TextureMap map;
    private final Region part;
    private final Geometry.Range range;

    TextureSamples(TextureMap map, Region part, Geometry.Range range) {
        this.map = map;
        this.part = part;
        this.range = range;
    }

    short[] uv() {
        short[] out = new short[3 * part.width() * part.height()];
        for (int i = 0; i < out.length / 3; i++) {
            int at = index(i);
            if (at >= 0 && map.island()[at] != 0) {
                out[3 * i] = sample(map.u()[at], range.uFrom(), range.uTo());
                out[3 * i + 1] = sample(map.v()[at], range.vFrom(), range.vTo());
                out[3 * i + 2] = (short) FULL;
            }
        }
        return out;
    }

    byte[] islands() {
        byte[] out = new byte[part.width() * part.height()];
        for (int i = 0; i < out.length; i++) {
            int at = index(i);
            out[i] = at < 0 ? 0 : map.island()[at];
        }
        return out;
    }

    private int index(int i) {
        int x = part.x() + i % part.width();
        int y = part.y() + i / part.width();
        Region region = map.region();
        return region.contains(x, y) ? (y - region.y()) * region.width() + x - region.x() : -1;
    }

    private static short sample(double value, double from, double to) {
        return (short) Math.max(0, Math.min(FULL, Math.round((value - from) / (to - from) * FULL)));
    }

    static boolean hasSeveralIslands(TextureMap map) {
        byte first = 0;
        for (byte id : map.island()) {
            if (id != 0 && first != 0 && id != first) {
                return true;
            }
            first = first == 0 ? id : first;
        }
        return false;
    }

    /** Whether no coordinate of the map lies outside the range. */
    static boolean fits(Geometry.Range range, TextureMap map) {
        for (int i = 0; i < map.island().length; i++) {
            boolean inside = isBetween(map.u()[i], range.uFrom(), range.uTo())
                    && isBetween(map.v()[i], range.vFrom(), range.vTo());
            if (map.island()[i] != 0 && !inside) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBetween(float value, double a, double b) {
        return value >= (float) Math.min(a, b) && value <= (float) Math.max(a, b);
    }

    /** Whole units around all coordinates of these maps. */
    static Geometry.Range rangeOf(List<TextureMap> maps) {
        double[] low = {Double.MAX_VALUE, Double.MAX_VALUE};
        double[] high = {-Double.MAX_VALUE, -Double.MAX_VALUE};
        for (TextureMap map : maps) {
            for (int i = 0; i < map.island().length; i++) {
                if (map.island()[i] != 0) {
                    low[0] = Math.min(low[0], map.u()[i]);
                    high[0] = Math.max(high[0], map.u()[i]);
                    low[1] = Math.min(low[1], map.v()[i]);
                    high[1] = Math.max(high[1], map.v()[i]);
                }
            }
        }
        if (low[0] > high[0]) {
            return new Geometry.Range(0, 1, 0, 1);
        }
        return new Geometry.Range(
                Math.floor(low[0]), Math.floor(high[0]) + 1, Math.floor(low[1]), Math.floor(high[1]) + 1);
    }
}
