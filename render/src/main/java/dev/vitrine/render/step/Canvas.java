package dev.vitrine.render.step;

import dev.vitrine.render.pixel.PixelBuffer;

/**
 * The picture in the making: straight pixels of one level's size. Sources have components 0 to 255 and coverage 0 to 1, not
 * rounded; each operation rounds once.
 */
public final class Canvas {
    private final PixelBuffer pixels;
    private final int[] argb;

    /** Takes over the buffer. */
    public Canvas(PixelBuffer pixels) {
        this.pixels = pixels;
        this.argb = pixels.argb();
    }

    public PixelBuffer pixels() {
        return pixels;
    }

    int width() {
        return pixels.width();
    }

    /** The pixel at an index, row by row. */
    int at(int index) {
        return argb[index];
    }

    /** Sets a pixel's color; its alpha stays. */
    void color(int index, float red, float green, float blue) {
        argb[index] = (argb[index] & 0xff000000) | rounded(red) << 16 | rounded(green) << 8 | rounded(blue);
    }

    /** Writes {@code count} pixels from {@code index} on to the beginning of a row. */
    void copyTo(int[] row, int index, int count) {
        System.arraycopy(argb, index, row, 0, count);
    }

    /** Sets {@code count} pixels from {@code index} on. */
    void copyFrom(int[] row, int from, int index, int count) {
        System.arraycopy(row, from, argb, index, count);
    }

    /** Moves a pixel's color towards another; its alpha stays. */
    void mix(int index, float red, float green, float blue, float share) {
        if (share == 1) {
            color(index, red, green, blue);
            return;
        }
        int p = argb[index];
        float r = p >> 16 & 255;
        float g = p >> 8 & 255;
        float b = p & 255;
        color(index, r + share * (red - r), g + share * (green - g), b + share * (blue - b));
    }

    /** Lays a color over a pixel. */
    void over(int index, float red, float green, float blue, float coverage) {
        int below = argb[index] >>> 24;
        if (below == 255) {
            mix(index, red, green, blue, coverage);
        } else if (coverage > 0) {
            float alpha = coverage + below * (1 - coverage) / 255;
            alpha(index, alpha);
            mix(index, red, green, blue, coverage / alpha);
        }
    }

    /** Lays a color over a pixel where the pixel's own coverage already counts it in: a decal within its object. */
    void within(int index, float red, float green, float blue, float coverage) {
        float alpha = Math.max(coverage, (argb[index] >>> 24) / 255f);
        if (alpha > 0) {
            alpha(index, alpha);
            mix(index, red, green, blue, coverage / alpha);
        }
    }

    /** Takes away what something that is not in the picture covers. */
    void erase(int index, float coverage) {
        alpha(index, (argb[index] >>> 24) * (1 - coverage) / 255);
    }

    private void alpha(int index, float alpha) {
        argb[index] = (argb[index] & 0xffffff) | rounded(alpha * 255) << 24;
    }

    private static int rounded(float component) {
        return Math.min(Math.max((int) (component + 0.5f), 0), 255);
    }
}
