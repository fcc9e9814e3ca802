package dev.vitrine.render.serve;

import dev.vitrine.catalog.resolve.Retouch;
import dev.vitrine.core.value.Colorizing;
import dev.vitrine.render.pixel.PixelBuffer;
import java.util.function.Supplier;

/**
 * Changes the colors of pixels, each by itself; alpha stays. With components and brightness {@code Y} (Rec. 601) from 0 to 1:
 *
 * <pre>
 * brightness b, colorbalance b   c + b/100
 * contrast k                     1/2 + f (c - 1/2)     f = 1 + k/100 below 0, 1 / (1 - k/100) above
 * hue                            the hue of HSL turned
 * saturation s                   Y + (1 + s/100) (c - Y)
 * colorize q, norm               Y is moved so that its median is 1/2, and stretched about that if there is a contrast
 * colorize q                     2 Y q below 1/2, q + (2 Y - 1) (1 - q) above
 * invert                         1 - c
 * </pre>
 */
final class ToneChange {
    private static final double MOST_STRETCH = 20;

    private final Retouch retouch;
    private final int[][] tables;

    ToneChange(Retouch retouch) {
        this.retouch = retouch;
        this.tables = new int[][] {
            table(retouch.balance().red()),
            table(retouch.balance().green()),
            table(retouch.balance().blue())
        };
    }

    private int[] table(double balance) {
        double k = retouch.contrast();
        double factor = k < 0 ? 1 + k / 100 : 1 / Math.max(1 / 512.0, 1 - k / 100);
        int[] table = new int[256];
        for (int c = 0; c < 256; c++) {
            double lit = c + 2.55 * retouch.brightness();
            table[c] = level(127.5 + factor * (lit - 127.5) + 2.55 * balance);
        }
        return table;
    }

    void apply(PixelBuffer picture, Supplier<Tone> tone) {
        int[] argb = picture.argb();
        int[] colors = retouch.colorizing().map(c -> colors(c, tone)).orElse(null);
        boolean turns = retouch.hue() != 0;
        double saturation = 1 + retouch.saturation() / 100;
        for (int i = 0; i < argb.length; i++) {
            int p = balanced(argb[i]);
            p = turns ? turned(p, retouch.hue()) : p;
            p = saturation != 1 ? saturated(p, saturation) : p;
            p = colors != null ? colors[(int) Math.rint(Tone.luma(p))] | (p & 0xff000000) : p;
            argb[i] = retouch.inverted() ? p ^ 0xffffff : p;
        }
    }

    private int balanced(int p) {
        return (p & 0xff000000) | tables[0][p >> 16 & 255] << 16 | tables[1][p >> 8 & 255] << 8 | tables[2][p & 255];
    }

    /** The color of each brightness. The tone is that of the picture as it came, changed like its pixels were. */
    private int[] colors(Colorizing to, Supplier<Tone> tone) {
        double shift = 0;
        double stretch = 1;
        double median = 0.5;
        if (to.balanced()) {
            Tone found = tone.get();
            median = changed(found.median());
            shift = 0.5 - median;
            double range = changed(found.high()) - changed(found.low());
            if (to.contrast() > 0) {
                stretch = Math.min(MOST_STRETCH, to.contrast() / 100 / Math.max(range, 1e-3));
            }
        }
        int[] colors = new int[256];
        for (int level = 0; level < 256; level++) {
            double y = level / 255.0;
            double lit = Math.max(0, Math.min(1, median + stretch * (y - median) + shift));
            colors[level] = colored(lit, to.color().red()) << 16
                    | colored(lit, to.color().green()) << 8
                    | colored(lit, to.color().blue());
        }
        return colors;
    }

    private double changed(double brightness) {
        return tables[1][level(255 * brightness)] / 255.0;
    }

    private static int colored(double y, int color) {
        return level(y <= 0.5 ? 2 * y * color : color + (2 * y - 1) * (255 - color));
    }

    private static int saturated(int p, double factor) {
        double y = Tone.luma(p);
        return (p & 0xff000000)
                | level(y + factor * ((p >> 16 & 255) - y)) << 16
                | level(y + factor * ((p >> 8 & 255) - y)) << 8
                | level(y + factor * ((p & 255) - y));
    }

    /** Largest and smallest component stay, so lightness and saturation of HSL do. */
    private static int turned(int p, double degrees) {
        int r = p >> 16 & 255;
        int g = p >> 8 & 255;
        int b = p & 255;
        int most = Math.max(r, Math.max(g, b));
        int least = Math.min(r, Math.min(g, b));
        if (most == least) {
            return p;
        }
        double range = most - least;
        double sextant = most == r ? (g - b) / range : most == g ? 2 + (b - r) / range : 4 + (r - g) / range;
        double hue = sextant + degrees / 60;
        return (p & 0xff000000)
                | level(least + range * ramp(hue)) << 16
                | level(least + range * ramp(hue - 2)) << 8
                | level(least + range * ramp(hue - 4));
    }

    /** How much of a component there is at a distance of so many sextants from its own hue. */
    private static double ramp(double sextants) {
        double distance = Math.abs(sextants - 6 * Math.rint(sextants / 6));
        return Math.max(0, Math.min(1, 2 - distance));
    }

    private static int level(double value) {
        return (int) Math.rint(Math.max(0, Math.min(255, value)));
    }
}
