package dev.vitrine.render.serve;

import dev.vitrine.core.value.BlendMode;
import dev.vitrine.core.value.LayerColor;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;

/** What happens to the pixels of layers where they meet other pixels. All pixels are straight. */
final class Blending {
    private Blending() {}

    /** One pixel over another. */
    static int over(int top, int below, BlendMode mode) {
        int ta = top >>> 24;
        int ba = below >>> 24;
        if (ta == 0 || (ta == 255 && mode == BlendMode.NORM)) {
            return ta == 0 ? below : top;
        }
        int alpha255 = ta * 255 + ba * (255 - ta);
        return ((alpha255 + 127) / 255) << 24
                | component(top >> 16 & 255, below >> 16 & 255, ta, ba, alpha255, mode) << 16
                | component(top >> 8 & 255, below >> 8 & 255, ta, ba, alpha255, mode) << 8
                | component(top & 255, below & 255, ta, ba, alpha255, mode);
    }

    /** The mode counts where both are; elsewhere each shows as it is. */
    private static int component(int top, int below, int ta, int ba, int alpha255, BlendMode mode) {
        int both = mixed(top, below, mode);
        long sum = (long) both * ta * ba + (long) top * ta * (255 - ba) + (long) below * ba * (255 - ta);
        return (int) Math.min(255, (sum + alpha255 / 2) / alpha255);
    }

    private static int mixed(int top, int below, BlendMode mode) {
        return switch (mode) {
            case NORM, DISSOLVE -> top;
            case LIGHTEN -> Math.max(top, below);
            case DARKEN -> Math.min(top, below);
            case MULT -> (top * below + 127) / 255;
            case SCREEN -> 255 - ((255 - top) * (255 - below) + 127) / 255;
        };
    }

    /**
     * A pixel that is opaque or not there at all, by chance where it was see-through: by a chance that depends on its place
     * alone. Other modes leave it as it is.
     */
    static int dissolved(int top, BlendMode mode, int x, int y) {
        if (mode != BlendMode.DISSOLVE) {
            return top;
        }
        int hash = x * 0x9e3779b1 ^ y * 0x85ebca6b;
        hash = (hash ^ hash >>> 15) * 0x2c1b3c6d;
        hash = (hash ^ hash >>> 12) * 0x297a2d39;
        int chance = (hash >>> 16) % 255;
        return chance < top >>> 24 ? top | 0xff000000 : 0;
    }

    /**
     * Lays a picture on a frame.
     *
     * @param left where it lies in the frame
     * @param visible the part of the frame that may be drawn on
     * @param view where chance begins to count
     */
    static void lay(
            PixelBuffer picture, int left, int top, Region visible, BlendMode mode, View view, PixelBuffer frame) {
        Region seen = picture.region().moved(left, top).intersect(visible);
        for (int y = seen.y(); y < seen.bottom(); y++) {
            int from = (y - top) * picture.width() + seen.x() - left;
            if (mode == BlendMode.NORM && isOpaque(picture.argb(), from, seen.width())) {
                System.arraycopy(picture.argb(), from, frame.argb(), y * frame.width() + seen.x(), seen.width());
                continue;
            }
            for (int x = seen.x(); x < seen.right(); x++) {
                int at = y * frame.width() + x;
                int pixel = dissolved(picture.at(x - left, y - top), mode, x - view.left(), y - view.top());
                frame.argb()[at] = over(pixel, frame.argb()[at], mode);
            }
        }
    }

    // what follows changes a picture in place, unless it is fixed

    /** Makes a picture opaque and as gray as it was opaque. */
    static PixelBuffer alphaAsGray(PixelBuffer picture) {
        PixelBuffer out = picture.writable();
        int[] argb = out.argb();
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xff000000 | (argb[i] >>> 24) * 0x010101;
        }
        return out;
    }

    /** Takes away some of a picture's opacity. */
    static PixelBuffer fade(PixelBuffer picture, double share) {
        if (share >= 1) {
            return picture;
        }
        PixelBuffer out = picture.writable();
        int[] argb = out.argb();
        for (int i = 0; i < argb.length; i++) {
            int alpha = (int) Math.round((argb[i] >>> 24) * share);
            argb[i] = alpha << 24 | (argb[i] & 0xffffff);
        }
        return out;
    }

    /** Puts a color behind a picture; in place, as one that is fixed hides it. */
    static void fillBehind(PixelBuffer picture, LayerColor color) {
        int[] argb = picture.argb();
        if (color.alpha() > 0 && !picture.isOpaque()) {
            for (int i = 0; i < argb.length; i++) {
                argb[i] = over(argb[i], color.argb(), BlendMode.NORM);
            }
        }
    }

    private static boolean isOpaque(int[] argb, int from, int count) {
        int all = -1;
        for (int i = from; i < from + count; i++) {
            all &= argb[i];
        }
        return all >>> 24 == 255;
    }

    /** Mirrors a picture. */
    static PixelBuffer flip(PixelBuffer picture, boolean leftRight, boolean upDown) {
        PixelBuffer out = picture.writable();
        int[] from = picture.argb().clone();
        int w = picture.width();
        int h = picture.height();
        for (int y = 0; y < h; y++) {
            int row = (upDown ? h - 1 - y : y) * w;
            for (int x = 0; x < w; x++) {
                out.argb()[y * w + x] = from[row + (leftRight ? w - 1 - x : x)];
            }
        }
        return out;
    }
}
