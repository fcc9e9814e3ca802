package dev.vitrine.render.codec;

import dev.vitrine.render.pixel.PixelBuffer;

/** Pictures for formats without alpha: what is transparent lets black through. */
final class OverBlack {
    private OverBlack() {}

    /** Packed {@code 0xffRRGGBB} pixels; the picture's own array when nothing in it is transparent. */
    static int[] flatten(PixelBuffer pixels) {
        return pixels.isOpaque() ? pixels.argb() : flattened(pixels.argb());
    }

    private static int[] flattened(int[] argb) {
        int[] out = argb.clone();
        for (int i = 0; i < out.length; i++) {
            int alpha = out[i] >>> 24;
            if (alpha != 255) {
                out[i] = 0xff000000
                        | times(out[i] >> 16 & 0xff, alpha) << 16
                        | times(out[i] >> 8 & 0xff, alpha) << 8
                        | times(out[i] & 0xff, alpha);
            }
        }
        return out;
    }

    static int times(int component, int alpha) {
        return (component * alpha + 127) / 255;
    }
}
