package dev.vitrine.render.codec;

import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.value.Quantization;
import dev.vitrine.render.pixel.PixelBuffer;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Gives a picture few colors. A picture that has no more colors than it may have keeps them exactly; otherwise each pixel
 * takes the nearest color of the {@link Palette}, and with diffusion hands what is missing on to its neighbors by Floyd and
 * Steinberg's weights, every other row from right to left.
 */
final class Quantizer {
    private static final int HALF = 128;

    private final Quantization settings;
    private final Transparency transparency;

    Quantizer(Quantization settings, Transparency transparency) {
        this.settings = settings;
        this.transparency = transparency;
    }

    /** What becomes of alpha. */
    enum Transparency {
        /** Transparent pixels let black through. */
        NONE,
        /** A pixel is there or not: from half covered on it is opaque. The transparent key color comes on top of the others. */
        KEY,
        /** Any alpha with an adaptive palette; else as {@link #KEY}. */
        SMOOTH
    }

    Indexed quantize(PixelBuffer pixels) {
        if (settings.palette() == Quantization.Palette.MAC && transparency != Transparency.NONE) {
            throw Failures.notSupported("quantize=mac with transparency");
        }
        int[] argb = prepared(pixels);
        Palette palette = palette(argb);
        byte[] indexes = settings.diffuse() && !holds(palette, argb)
                ? diffused(argb, pixels.width(), palette)
                : nearest(argb, palette);
        return new Indexed(pixels.width(), pixels.height(), palette.colors(), indexes);
    }

    private int[] prepared(PixelBuffer pixels) {
        if (transparency == Transparency.NONE) {
            return OverBlack.flatten(pixels);
        }
        int[] argb = pixels.argb();
        int[] out = new int[argb.length];
        for (int i = 0; i < argb.length; i++) {
            int alpha = argb[i] >>> 24;
            if (isSmooth()) {
                out[i] = alpha == 0 ? 0 : argb[i];
            } else {
                out[i] = alpha < HALF ? 0 : argb[i] | 0xff000000;
            }
        }
        return out;
    }

    /** Translucent colors need a place in the palette: forced ones, which are opaque, must leave it. */
    private boolean isSmooth() {
        return transparency == Transparency.SMOOTH
                && settings.palette() == Quantization.Palette.ADAPTIVE
                && settings.forced().size() < Math.min(settings.colors(), 255);
    }

    private Palette palette(int[] argb) {
        boolean transparent = IntStream.of(argb).anyMatch(color -> color == 0);
        IntStream key = transparent ? IntStream.of(0) : IntStream.empty();
        return new Palette(IntStream.concat(
                key,
                switch (settings.palette()) {
                    case ADAPTIVE -> adaptive(argb, Math.min(settings.colors(), transparent ? 255 : 256));
                    case WEB -> FixedPalettes.web();
                    case MAC -> FixedPalettes.mac();
                }));
    }

    private IntStream adaptive(int[] argb, int most) {
        int[] forced = settings.forced().stream()
                .limit(most)
                .mapToInt(rgb -> 0xff000000 | rgb)
                .toArray();
        Set<Integer> exact = new LinkedHashSet<>();
        IntStream.of(forced).forEach(exact::add);
        int last = 0;
        for (int i = 0; i < argb.length && exact.size() <= most; i++) {
            if (argb[i] != last && argb[i] != 0) {
                exact.add(argb[i]);
                last = argb[i];
            }
        }
        if (exact.isEmpty()) {
            return IntStream.of(0);
        }
        if (exact.size() <= most) {
            return exact.stream().mapToInt(Integer::intValue);
        }
        return IntStream.concat(IntStream.of(forced), PaletteMaker.colors(argb, most - forced.length));
    }

    private static boolean holds(Palette palette, int[] argb) {
        int last = 0;
        Set<Integer> colors = new LinkedHashSet<>();
        IntStream.of(palette.colors()).forEach(colors::add);
        for (int color : argb) {
            if (color != last) {
                if (!colors.contains(color)) {
                    return false;
                }
                last = color;
            }
        }
        return true;
    }

    private static byte[] nearest(int[] argb, Palette palette) {
        byte[] out = new byte[argb.length];
        for (int i = 0; i < argb.length; i++) {
            int p = Palette.premultiplied(argb[i]);
            out[i] = (byte) palette.nearest(p >> 16 & 0xff, p >> 8 & 0xff, p & 0xff, p >>> 24);
        }
        return out;
    }

    private static byte[] diffused(int[] argb, int width, Palette palette) {
        byte[] out = new byte[argb.length];
        int[] here = new int[4 * (width + 2)];
        int[] below = new int[4 * (width + 2)];
        int[] wanted = new int[4];
        for (int y = 0; y < argb.length / width; y++) {
            int step = y % 2 == 0 ? 1 : -1;
            for (int i = 0, x = step > 0 ? 0 : width - 1; i < width; i++, x += step) {
                int p = Palette.premultiplied(argb[y * width + x]);
                int alpha = p >>> 24;
                if (alpha == 0) {
                    continue; // index 0; hands nothing on
                }
                int at = 4 * (x + 1);
                for (int c = 0; c < 3; c++) {
                    wanted[c] = clamp((p >> (16 - 8 * c) & 0xff) + ((here[at + c] + 8) >> 4), alpha);
                }
                wanted[3] = alpha == 255 ? 255 : Math.max(1, Math.min(254, alpha + ((here[at + 3] + 8) >> 4)));
                int index = palette.nearest(wanted[0], wanted[1], wanted[2], wanted[3]);
                out[y * width + x] = (byte) index;
                int[] got = palette.components(index);
                for (int c = 0; c < 4; c++) {
                    int error = wanted[c] - got[c];
                    here[at + 4 * step + c] += 7 * error;
                    below[at - 4 * step + c] += 3 * error;
                    below[at + c] += 5 * error;
                    below[at + 4 * step + c] += error;
                }
            }
            int[] swap = here;
            here = below;
            below = swap;
            java.util.Arrays.fill(below, 0);
        }
        return out;
    }

    private static int clamp(int value, int most) {
        return Math.max(0, Math.min(most, value));
    }
}
