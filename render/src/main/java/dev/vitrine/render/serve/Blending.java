package dev.vitrine.render.serve;

import dev.vitrine.core.value.BlendMode;
import dev.vitrine.core.value.LayerColor;
import dev.vitrine.render.pixel.PixelBuffer;

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

    /** Takes away some of a picture's opacity, in place. */
    static void fade(PixelBuffer picture, double share) {
        int[] argb = picture.argb();
        for (int i = 0; i < argb.length; i++) {
            int alpha = (int) Math.round((argb[i] >>> 24) * share);
            argb[i] = alpha << 24 | (argb[i] & 0xffffff);
        }
    }

    /** Puts a color behind a picture, in place. */
    static void fillBehind(PixelBuffer picture, LayerColor color) {
        int[] argb = picture.argb();
        if (color.alpha() > 0) {
            for (int i = 0; i < argb.length; i++) {
                argb[i] = over(argb[i], color.argb(), BlendMode.NORM);
            }
        }
    }

    /** Mirrors a picture in place. */
    static void flip(PixelBuffer picture, boolean leftRight, boolean upDown) {
        int[] from = picture.argb().clone();
        int w = picture.width();
        int h = picture.height();
        for (int y = 0; y < h; y++) {
            int row = (upDown ? h - 1 - y : y) * w;
            for (int x = 0; x < w; x++) {
                picture.argb()[y * w + x] = from[row + (leftRight ? w - 1 - x : x)];
            }
        }
    }
}
