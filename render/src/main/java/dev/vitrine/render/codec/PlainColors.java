package dev.vitrine.render.codec;

import dev.vitrine.render.pixel.PixelBuffer;

/** Gray and ink made of light by the plain formulas: no profile is applied, so colors are recognizable rather than right. */
final class PlainColors {
    private PlainColors() {}

    /** Gray pixels by the weights of ITU-R BT.601, alpha as it was. */
    static PixelBuffer gray(PixelBuffer pixels) {
        int[] argb = pixels.argb();
        int[] out = new int[argb.length];
        for (int i = 0; i < out.length; i++) {
            int p = argb[i];
            int level = (299 * (p >> 16 & 0xff) + 587 * (p >> 8 & 0xff) + 114 * (p & 0xff) + 500) / 1000;
            out[i] = (p & 0xff000000) | level * 0x010101;
        }
        return new PixelBuffer(pixels.width(), pixels.height(), out);
    }

    /**
     * Packed {@code 0xCCMMYYKK}, 255 is full ink, of the picture over black: as much black as there can be,
     * {@code black = 1 - max(red, green, blue)}, and {@code cyan = 1 - red / (1 - black)}; {@link Cmyk} is the inverse.
     */
    static int[] cmyk(PixelBuffer pixels) {
        int[] rgb = OverBlack.flatten(pixels);
        int[] out = new int[rgb.length];
        for (int i = 0; i < out.length; i++) {
            int red = rgb[i] >> 16 & 0xff;
            int green = rgb[i] >> 8 & 0xff;
            int blue = rgb[i] & 0xff;
            int light = Math.max(red, Math.max(green, blue));
            out[i] = ink(red, light) << 24 | ink(green, light) << 16 | ink(blue, light) << 8 | (255 - light);
        }
        return out;
    }

    private static int ink(int component, int light) {
        return light == 0 ? 0 : 255 - (component * 255 + light / 2) / light;
    }
}
