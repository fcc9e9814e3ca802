package dev.vitrine.render.resample;

/** Pixels whose color components are scaled by their alpha: the form in which pictures with alpha may be filtered. */
public final class Premultiplied {
    private Premultiplied() {}

    public static boolean isOpaque(int[] argb) {
        int all = -1;
        for (int p : argb) {
            all &= p;
        }
        return all >>> 24 == 255;
    }

    /** A premultiplied copy of straight pixels. */
    public static int[] from(int[] straight) {
        int[] out = straight.clone();
        fromStraight(out, out.length);
        return out;
    }

    /** Makes the first straight pixels premultiplied, in place. */
    public static void fromStraight(int[] pixels, int count) {
        for (int i = 0; i < count; i++) {
            int p = pixels[i];
            int a = p >>> 24;
            if (a != 255) {
                pixels[i] = a << 24 | times(p >> 16 & 255, a) << 16 | times(p >> 8 & 255, a) << 8 | times(p & 255, a);
            }
        }
    }

    /** Makes premultiplied pixels straight, in place. What is transparent becomes black. */
    public static void toStraight(int[] pixels) {
        for (int i = 0; i < pixels.length; i++) {
            int p = pixels[i];
            int a = p >>> 24;
            if (a == 0) {
                pixels[i] = 0;
            } else if (a != 255) {
                pixels[i] = a << 24 | over(p >> 16 & 255, a) << 16 | over(p >> 8 & 255, a) << 8 | over(p & 255, a);
            }
        }
    }

    /** Lowers components that a filter's overshoot left above their alpha, in place; the same array. */
    public static int[] withinAlpha(int[] pixels) {
        for (int i = 0; i < pixels.length; i++) {
            int p = pixels[i];
            int a = p >>> 24;
            if (a != 255) {
                pixels[i] = a << 24
                        | Math.min(a, p >> 16 & 255) << 16
                        | Math.min(a, p >> 8 & 255) << 8
                        | Math.min(a, p & 255);
            }
        }
        return pixels;
    }

    private static int times(int c, int a) {
        return (c * a + 127) / 255;
    }

    private static int over(int c, int a) {
        return Math.min(255, (c * 255 + a / 2) / a);
    }
}
