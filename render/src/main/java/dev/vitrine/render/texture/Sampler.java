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
public final class Sampler implements Lookup {
    private static final int MOST_TAPS = 8;
    private static final int BLEND = 32;
    private static final int MOST_LEVELS = 32;

    /** Positions of {@link #quickTaps} count so many parts of a texel. */
    private static final int FINE_BITS = 12;

    private static final int FINE = 1 << FINE_BITS;

    /** Half a texel, less half of the 256th that positions are then cut to. */
    private static final int CENTER = FINE / 2 - FINE / 512;

    /** By taps. */
    private static final double[] SHARE = {0, 1, 1 / 2.0, 1 / 3.0, 1 / 4.0, 1 / 5.0, 1 / 6.0, 1 / 7.0, 1 / 8.0};

    /** How much finer than the footprint the texels are, as a power of two: bought sharpness, paid with a little aliasing. */
    private static final float SHARPER = 0.5f;

    private final MipMap picture;
    private final Placement placement;
    private final boolean tiled;
    private final boolean opaque;
    private final boolean quick;
    private final double perWidth;
    private final double perHeight;
    private final int width;
    private final int height;

    /** The picture's levels as far as they were needed: asking the picture itself costs a lock. */
    private final MipMap.Level[] levels = new MipMap.Level[MOST_LEVELS];

    private long alphaGreen;
    private long redBlue;

    public Sampler(MipMap picture, Placement placement) {
        this(picture, placement, true);
    }

    /** @param quick whether the quick way may be taken */
    Sampler(MipMap picture, Placement placement, boolean quick) {
        this.picture = picture;
        this.placement = placement;
        this.tiled = picture.edge() == Edge.WRAP;
        this.opaque = picture.isOpaque();
        this.width = picture.width();
        this.height = picture.height();
        this.perWidth = (double) FINE / width;
        this.perHeight = (double) FINE / height;
        this.quick = quick && tiled && opaque && Math.max(width, height) < (1 << (30 - FINE_BITS));
    }

    @Override
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
    static float coverage(double x, float width, int length) {
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
        alphaGreen = 0;
        redBlue = 0;
        double left = tiled ? x - Math.floor(x / width) * width : x;
        double top = tiled ? y - Math.floor(y / height) * height : y;
        for (int k = level; k <= level + 1; k++) {
            int weight = k == level ? BLEND - blend : blend;
            if (weight != 0 && quick) {
                quickTaps(level(k), left, top, longX, longY, taps, weight);
            } else if (weight != 0) {
                taps(level(k), left, top, longX, longY, taps, weight);
            }
        }
        finish(65536.0 * BLEND * taps, inside, out, i);
    }

    /** All taps on one level, in 256ths of its texels. */
    private void taps(MipMap.Level level, double x, double y, float longX, float longY, int taps, int weight) {
        double across = 256.0 * level.width() / width;
        double down = 256.0 * level.height() / height;
        double stepX = longX * across / taps;
        double stepY = longY * down / taps;
        double nextX = x * across - 128 - (taps - 1) * 0.5 * stepX;
        double nextY = y * down - 128 - (taps - 1) * 0.5 * stepY;
        for (int t = 0; t < taps; t++) {
            tap(level, floor(nextX + 0.5), floor(nextY + 0.5), weight);
            nextX += stepX;
            nextY += stepY;
        }
    }

    /**
     * The same for opaque tiles, with positions counted in whole numbers from the first tap on: half of the sampler's time goes
     * by here.
     */
    private void quickTaps(MipMap.Level level, double x, double y, float longX, float longY, int taps, int weight) {
        int width = level.width();
        int height = level.height();
        int[] texels = level.texels();
        double across = width * perWidth;
        double down = height * perHeight;
        double stepX = longX * across * SHARE[taps];
        double stepY = longY * down * SHARE[taps];
        int atX = floor(x * across - CENTER - (taps - 1) * 0.5 * stepX);
        int atY = floor(y * down - CENTER - (taps - 1) * 0.5 * stepY);
        int dx = (int) stepX;
        int dy = (int) stepY;
        long rb = 0;
        long g = 0;
        for (int t = 0; t < taps; t++) {
            int fx = atX >> (FINE_BITS - 8) & 255;
            int fy = atY >> (FINE_BITS - 8) & 255;
            int left = wrapped(atX >> FINE_BITS, width);
            int above = wrapped(atY >> FINE_BITS, height);
            int right = left + 1 == width ? 0 : left + 1;
            int row = above * width;
            int next = above + 1 == height ? 0 : row + width;
            int a = texels[row + left];
            int b = texels[row + right];
            int c = texels[next + left];
            int d = texels[next + right];
            long wd = (long) fx * fy;
            long wb = (fx << 8) - wd;
            long wc = (fy << 8) - wd;
            long wa = 65536 - wb - wc - wd;
            rb += pair(a) * wa + pair(b) * wb + pair(c) * wc + pair(d) * wd;
            g += green(a) * wa + green(b) * wb + green(c) * wc + green(d) * wd;
            atX += dx;
            atY += dy;
        }
        redBlue += rb * weight;
        alphaGreen += g * weight;
    }

    /** Of numbers that are not far from an integer: within 2^31 of 0. */
    private static int floor(double value) {
        return (int) Math.floor(value);
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

    private void tap(MipMap.Level level, int x, int y, int weight) {
        int width = level.width();
        int height = level.height();
        int fx = x & 255;
        int fy = y & 255;
        int left = x >> 8;
        int above = y >> 8;
        int right;
        int below;
        if (tiled) {
            left = wrapped(left, width);
            above = wrapped(above, height);
            right = left + 1 == width ? 0 : left + 1;
            below = above + 1 == height ? 0 : above + 1;
        } else {
            right = clamped(left + 1, width);
            below = clamped(above + 1, height);
            left = clamped(left, width);
            above = clamped(above, height);
        }
        above *= width;
        below *= width;
        int[] texels = level.texels();
        int a = texels[above + left];
        int b = texels[above + right];
        int c = texels[below + left];
        int d = texels[below + right];
        long wd = (long) fx * fy * weight;
        long wb = (long) fx * 256 * weight - wd;
        long wc = (long) fy * 256 * weight - wd;
        long wa = 65536L * weight - wb - wc - wd;
        redBlue += pair(a) * wa + pair(b) * wb + pair(c) * wc + pair(d) * wd;
        if (opaque) {
            alphaGreen += green(a) * wa + green(b) * wb + green(c) * wc + green(d) * wd;
        } else {
            alphaGreen += pair(a >>> 8) * wa + pair(b >>> 8) * wb + pair(c >>> 8) * wc + pair(d >>> 8) * wd;
        }
    }

    private static int wrapped(int i, int length) {
        int at = i;
        while (at < 0) {
            at += length;
        }
        while (at >= length) {
            at -= length;
        }
        return at;
    }

    private static int clamped(int i, int length) {
        return Math.min(Math.max(i, 0), length - 1);
    }

    /** The lowest byte, and in the upper half the third. */
    private static long pair(int texel) {
        return (texel & 0xff) | (texel & 0xff0000L) << 16;
    }

    private static long green(int texel) {
        return (texel >>> 8) & 0xffL;
    }

    private void finish(double weights, float inside, SampleRow out, int i) {
        double unit = 1 / weights;
        if (opaque) {
            out.alpha[i] = 255 * inside;
            out.red[i] = (float) ((redBlue >>> 32) * unit);
            out.green[i] = (float) (alphaGreen * unit);
            out.blue[i] = (float) ((redBlue & 0xffffffffL) * unit);
            return;
        }
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
