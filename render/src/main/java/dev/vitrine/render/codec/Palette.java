package dev.vitrine.render.codec;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Up to 256 colors, and which of them is nearest. Transparent pixels are only ever matched by the transparent color, opaque
 * ones by opaque colors and translucent ones by translucent colors: nothing gains or loses its edge. Distances are those of
 * premultiplied components, so that a color counts as far as it shows.
 *
 * <p>Within its kind colors are sorted by green; a search starts at the green that is asked for and goes both ways until
 * green alone is farther than the best match.
 */
final class Palette {
    private static final int CACHE_BITS = 12;

    private final int[] colors;
    private final int[][] components;
    private final int firstTranslucent;
    private final int firstOpaque;
    private final int[] cachedColor = new int[1 << CACHE_BITS];
    private final short[] cachedIndex = new short[1 << CACHE_BITS];

    /** @param colors straight {@code 0xAARRGGBB}, at least one; doubles are dropped */
    Palette(IntStream colors) {
        this.colors = colors
                .map(color -> color >>> 24 == 0 ? 0 : color)
                .distinct()
                .boxed()
                .sorted(Comparator.comparingInt(Palette::kind)
                        .thenComparingInt(color -> premultiplied(color) >> 8 & 0xff))
                .collect(Collectors.toList())
                .stream()
                .mapToInt(Integer::intValue)
                .toArray();
        this.components = new int[this.colors.length][];
        for (int i = 0; i < this.colors.length; i++) {
            int p = premultiplied(this.colors[i]);
            components[i] = new int[] {p >> 16 & 0xff, p >> 8 & 0xff, p & 0xff, p >>> 24};
        }
        this.firstTranslucent = first(1);
        this.firstOpaque = first(2);
        Arrays.fill(cachedIndex, (short) -1);
    }

    int[] colors() {
        return colors;
    }

    boolean hasTransparent() {
        return firstTranslucent > 0;
    }

    boolean hasTranslucent() {
        return firstTranslucent < firstOpaque;
    }

    /** Premultiplied red, green, blue and alpha of a color; not to be written to. */
    int[] components(int index) {
        return components[index];
    }

    /** The nearest color of the same kind as this premultiplied one; ties go to the first. */
    int nearest(int red, int green, int blue, int alpha) {
        if (alpha == 0) {
            return 0;
        }
        int color = alpha << 24 | red << 16 | green << 8 | blue;
        int slot = (color * 0x9e3779b1) >>> (32 - CACHE_BITS);
        if (cachedIndex[slot] < 0 || cachedColor[slot] != color) {
            cachedColor[slot] = color;
            cachedIndex[slot] = (short)
                    (alpha == 255
                            ? search(red, green, blue, alpha, firstOpaque, colors.length)
                            : search(red, green, blue, alpha, firstTranslucent, firstOpaque));
        }
        return cachedIndex[slot];
    }

    private int search(int red, int green, int blue, int alpha, int from, int to) {
        int up = start(green, from, to);
        int down = up - 1;
        int best = -1;
        int least = Integer.MAX_VALUE;
        while (up < to || down >= from) {
            if (up < to) {
                int[] c = components[up];
                int far = square(c[1] - green);
                int distance = far + square(c[0] - red) + square(c[2] - blue) + square(c[3] - alpha);
                if (distance < least || (distance == least && up < best)) {
                    least = distance;
                    best = up;
                }
                up = far > least ? to : up + 1;
            }
            if (down >= from) {
                int[] c = components[down];
                int far = square(c[1] - green);
                int distance = far + square(c[0] - red) + square(c[2] - blue) + square(c[3] - alpha);
                if (distance < least || (distance == least && down < best)) {
                    least = distance;
                    best = down;
                }
                down = far > least ? from - 1 : down - 1;
            }
        }
        return best;
    }

    /** The first color with at least this green. */
    private int start(int green, int from, int to) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (components[middle][1] < green) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int first(int kind) {
        int at = 0;
        while (at < colors.length && kind(colors[at]) < kind) {
            at++;
        }
        return at;
    }

    private static int kind(int color) {
        int alpha = color >>> 24;
        return alpha == 0 ? 0 : alpha < 255 ? 1 : 2;
    }

    static int premultiplied(int color) {
        int alpha = color >>> 24;
        if (alpha == 255) {
            return color;
        }
        return alpha << 24
                | OverBlack.times(color >> 16 & 0xff, alpha) << 16
                | OverBlack.times(color >> 8 & 0xff, alpha) << 8
                | OverBlack.times(color & 0xff, alpha);
    }

    private static int square(int value) {
        return value * value;
    }
}
