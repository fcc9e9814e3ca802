package dev.vitrine.render.texture;

import dev.vitrine.render.geometry.SurfaceRow;
import dev.vitrine.render.resample.Edge;

/**
 * Looks a picture up on a surface, filtered by the footprint of each view pixel: several taps along the footprint's long
 * axis, each a blend of the two levels whose texels are about as large as its short axis.
 *
 * <p>Tiles go on for ever; a single picture ends at its edge, and a pixel that its edge crosses is covered in part.
 *
 * <p>A tap adds its four texels into two pairs of 32-bit sums (alpha and green, red and blue). Weights are integers: 16 bits
 * for the place between the texels, 5 for the place between the levels, at most {@link #MOST_TAPS} taps, together 24, so that
 * sums of 8-bit components never overflow and a picture of one color stays that color.
 *
 * <p>Not safe for many threads.
 */
public final class Sampler {
    private static final int MOST_TAPS = 8;
    private static final int BLEND = 32;
    private static final int MOST_LEVELS = 32;

    /** How much finer than the footprint the texels are, as a power of two: bought sharpness, paid with a little aliasing. */
    private static final float SHARPER = 0.5f;

    private static final long ODD = 0x00ff00ffL;

    private final MipMap picture;
    private final Placement placement;
    private final boolean tiled;
    private final int width;
    private final int height;

    /** The picture's levels as far as they were needed: asking the picture itself costs a lock. */
    private final MipMap.Level[] levels = new MipMap.Level[MOST_LEVELS];

    private long alphaGreen;
    private long redBlue;

    public Sampler(MipMap picture, Placement placement) {
        this.picture = picture;
        this.placement = placement;
        this.tiled = picture.edge() == Edge.WRAP;
        this.width = picture.width();
        this.height = picture.height();
    }

    /** Looks up the first {@code count} places of a row. Where the surface is not known the sample is transparent. */
    public void read(SurfaceRow surface, int count, SampleRow out) {
        Placement p = placement;
        for (int i = 0; i < count; i++) {
            if (!surface.known[i]) {
                out.alpha[i] = 0;
                continue;
            }
            double x = p.xu() * surface.u[i] + p.xv() * surface.v[i] + p.x0();
            double y = p.yu() * surface.u[i] + p.yv() * surface.v[i] + p.y0();
            float ax = (float) (p.xu() * surface.ux[i] + p.xv() * surface.vx[i]);
            float ay = (float) (p.yu() * surface.ux[i] + p.yv() * surface.vx[i]);
            float bx = (float) (p.xu() * surface.uy[i] + p.xv() * surface.vy[i]);
            float by = (float) (p.yu() * surface.uy[i] + p.yv() * surface.vy[i]);
            float inside = tiled
                    ? 1
                    : coverage(x, Math.abs(ax) + Math.abs(bx), width)
                            * coverage(y, Math.abs(ay) + Math.abs(by), height);
            if (inside > 0) {
                look(x, y, ax, ay, bx, by, inside, out, i);
            } else {
                out.alpha[i] = 0;
            }
        }
    }

    /** The share of a footprint of this width about {@code x} that lies between 0 and {@code length}. */
    private static float coverage(double x, float width, int length) {
        double half = Math.max(width, 1e-6f) / 2;
        double share = (Math.min(x + half, length) - Math.max(x - half, 0)) / (2 * half);
        return (float) Math.max(0, share);
    }

    private void look(double x, double y, float ax, float ay, float bx, float by, float inside, SampleRow out, int i) {
        float a2 = ax * ax + ay * ay;
        float b2 = bx * bx + by * by;
        float longX = a2 >= b2 ? ax : bx;
        float longY = a2 >= b2 ? ay : by;
        float length = (float) Math.sqrt(Math.max(a2, b2));
        float breadth = length == 0 ? 0 : Math.abs(ax * by - ay * bx) / length;
        int taps = length <= 1 ? 1 : (int) Math.ceil(Math.min(MOST_TAPS, length / Math.max(breadth, 1e-6f)));
        float detail = log2(Math.max(breadth, length / taps)) - SHARPER;
        int level = detail <= 0 ? 0 : (int) detail;
        int blend = detail <= 0 ? 0 : (int) ((detail - level) * BLEND);
        MipMap.Level fine = level(level);
        MipMap.Level coarse = blend == 0 ? fine : level(level + 1);
        alphaGreen = 0;
        redBlue = 0;
        for (int t = 0; t < taps; t++) {
            double along = (t + 0.5) / taps - 0.5;
            double s = (x + along * longX) / width;
            double r = (y + along * longY) / height;
            if (tiled) {
                s -= Math.floor(s);
                r -= Math.floor(r);
            }
            tap(fine, s, r, BLEND - blend);
            if (blend != 0) {
                tap(coarse, s, r, blend);
            }
        }
        finish(65536.0 * BLEND * taps, inside, out, i);
    }

    private MipMap.Level level(int k) {
        int known = Math.min(k, MOST_LEVELS - 1);
        MipMap.Level level = levels[known];
        if (level == null) {
            level = picture.level(known);
            levels[known] = level;
        }
        return level;
    }

    private void tap(MipMap.Level level, double s, double r, int weight) {
        double x = s * level.width() - 0.5;
        double y = r * level.height() - 0.5;
        int x0 = (int) Math.floor(x);
        int y0 = (int) Math.floor(y);
        int fx = (int) ((x - x0) * 256 + 0.5);
        int fy = (int) ((y - y0) * 256 + 0.5);
        int left = inside(x0, level.width());
        int right = inside(x0 + 1, level.width());
        int above = inside(y0, level.height()) * level.width();
        int below = inside(y0 + 1, level.height()) * level.width();
        int[] texels = level.texels();
        add(texels[above + left], (256L - fx) * (256 - fy) * weight);
        add(texels[above + right], (256L - fy) * fx * weight);
        add(texels[below + left], (256L - fx) * fy * weight);
        add(texels[below + right], (long) fx * fy * weight);
    }

    private int inside(int i, int length) {
        if (tiled) {
            return i < 0 ? length - 1 : i >= length ? 0 : i;
        }
        return Math.min(Math.max(i, 0), length - 1);
    }

    private void add(int texel, long weight) {
        alphaGreen += pair(texel >>> 8 & ODD) * weight;
        redBlue += pair(texel & ODD) * weight;
    }

    private static long pair(long odd) {
        return (odd & 0xff) | (odd & 0xff0000) << 16;
    }

    private void finish(double weights, float inside, SampleRow out, int i) {
        double unit = 1 / weights;
        float alpha = (float) ((alphaGreen >>> 32) * unit);
        double straight = alpha == 0 ? 0 : unit * 255 / alpha;
        out.alpha[i] = alpha * inside;
        out.red[i] = (float) Math.min(255, (redBlue >>> 32) * straight);
        out.green[i] = (float) Math.min(255, (alphaGreen & 0xffffffffL) * straight);
        out.blue[i] = (float) Math.min(255, (redBlue & 0xffffffffL) * straight);
    }

    /** The binary logarithm, straight between powers of two: never more than 0.09 too small. */
    private static float log2(float x) {
        int bits = Float.floatToRawIntBits(x);
        return (bits >> 23) - 127 + (bits & 0x7fffff) * 0x1p-23f;
    }
}
