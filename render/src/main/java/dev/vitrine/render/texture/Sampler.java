package dev.vitrine.render.texture;

import dev.vitrine.render.geometry.Surface;
import dev.vitrine.render.geometry.SurfaceRow;
import dev.vitrine.render.resample.Edge;

/**
 * Looks a picture up on a surface, filtered by the footprint of each view pixel: one tap or several along the footprint's long
 * axis, on the one of the picture's sizes, each smaller by the square root of 2, whose texels fit the footprint.
 *
 * <p>Tiles go on for ever; a single picture ends at its edge, and a pixel that its edge crosses is covered in part.
 *
 * <p>A tap adds its four texels into two pairs of 32-bit sums (alpha and green, red and blue), weighed with 16 bits for the
 * place between the texels, so that sums never overflow and a picture of one color stays that color. Opaque tiles that are
 * seen smaller than they are, which is what replies mostly show, have a quicker way with fewer bits; see {@link QuickTaps}.
 *
 * <p>Not safe for many threads.
 */
public final class Sampler implements Lookup {
    private static final int MOST_TAPS = 8;

    /** The largest number of steps down the picture's sizes. */
    private static final int MOST_STEPS = 64;

    /** How much finer than the footprint the texels are, as a power of two: bought sharpness, paid with a little aliasing. */
    private static final float SHARPER = 0.5f;

    /** A footprint has this many taps for each time that it is longer than broad, rounded up: fewer blur it, more cost time. */
    private static final float DENSITY = 0.75f;

    private final MipMap picture;
    private final Placement placement;
    private final boolean tiled;
    private final boolean opaque;

    /** From which step on the quick way may be taken. */
    private final int quickFrom;

    private final int width;
    private final int height;

    /** The picture's sizes as far as they were needed: asking the picture itself costs a lock. */
    private final MipMap.Level[] steps = new MipMap.Level[MOST_STEPS];

    private final TexelPairs[] pairs = new TexelPairs[MOST_STEPS];

    /** Where a piece of a row lies in the picture. */
    private final TilePlaces places;

    /** The quick way, and colors on their way to the other kind of row. */
    private final QuickTaps run;

    private FixedRow fixed = new FixedRow(0);
    private SampleRow exact = new SampleRow(0);

    /** The filter for a footprint: at which place, how many steps smaller, and the taps. */
    private int fitted;

    private int step;

    private int taps;
    private float longX;
    private float longY;
    private float breadthX;
    private float breadthY;

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
        boolean may = quick && tiled && opaque;
        this.quickFrom = may ? quickFrom(Math.max(width, height)) : Integer.MAX_VALUE;
        this.run = new QuickTaps(may ? QuickTaps.MOST : 0);
        this.places = new TilePlaces(placement, width, height, tiled);
    }

    @Override
    public void read(Surface surface, int x, int y, int count, SurfaceRow row, SampleRow out) {
        surface.readSpans(x, y, count, row);
        read(row, count, out);
    }

    @Override
    public void read(SurfaceRow surface, int count, SampleRow out) {
        begin(surface, count);
        int i = 0;
        while (i < count) {
            int end;
            if (!surface.known[i]) {
                end = i + 1;
                out.alpha[i] = 0;
            } else if (isQuick(surface, i)) {
                reserve(surface);
                end = quickTaps(surface, i, count, fixed);
                fixed.copyTo(out, i, i, end - i);
            } else {
                end = spanEnd(surface, i, count);
                clearTaps(i, end, out);
            }
            i = end;
        }
    }

    /** Whether every known pixel is opaque, so that {@link #readFixed} may be used. */
    public boolean isOpaque() {
        return tiled && opaque;
    }

    /**
     * The same as {@link #read} for opaque tiles.
     *
     * @return false if the surface is not known everywhere; then the row is no good
     */
    public boolean readFixed(Surface surface, int x, int y, int count, SurfaceRow row, FixedRow out) {
        surface.readSpans(x, y, count, row);
        begin(row, count);
        int i = 0;
        while (i < count) {
            if (!row.known[i]) {
                return false;
            }
            int end;
            if (isQuick(row, i)) {
                end = quickTaps(row, i, count, out);
            } else {
                reserve(row);
                end = spanEnd(row, i, count);
                clearTaps(i, end, exact);
                out.copyFrom(exact, i, end);
            }
            i = end;
        }
        return true;
    }

    private void reserve(SurfaceRow row) {
        int width = row.u.length;
        if (fixed.red.length < width) {
            fixed = new FixedRow(width);
            exact = new SampleRow(width);
        }
    }

    /** The first step down whose sides are not too long. */
    private static int quickFrom(int longest) {
        int step = 1;
        while (longest > QuickTaps.LONGEST << (step / 2)) {
            step++;
        }
        return step;
    }

    /** Where the places end, of those from here to the end of the span, that have the same footprint. */
    private static int spanEnd(SurfaceRow surface, int i, int count) {
        int last = Math.min(count, i - i % SurfaceRow.SPAN + SurfaceRow.SPAN);
        if (surface.even[i / SurfaceRow.SPAN]) {
            return last;
        }
        int end = i + 1;
        while (end < last
                && surface.known[end]
                && surface.ux[end] == surface.ux[i]
                && surface.uy[end] == surface.uy[i]
                && surface.vx[end] == surface.vx[i]
                && surface.vy[end] == surface.vy[i]) {
            end++;
        }
        return end;
    }

    /** Chooses the filter, and tells whether it is one for the quick way. */
    private boolean isQuick(SurfaceRow surface, int i) {
        fit(surface, i);
        return step >= quickFrom;
    }

    /** Begins a row. */
    private void begin(SurfaceRow surface, int count) {
        fitted = -1;
        places.begin(surface, count);
    }

    /** Chooses the filter for the footprint at a place. */
    private void fit(SurfaceRow surface, int i) {
        if (fitted == i) {
            return;
        }
        fitted = i;
        Placement p = placement;
        float ax = (float) (p.xu() * surface.ux[i] + p.xv() * surface.vx[i]);
        float ay = (float) (p.yu() * surface.ux[i] + p.yv() * surface.vx[i]);
        float bx = (float) (p.xu() * surface.uy[i] + p.xv() * surface.vy[i]);
        float by = (float) (p.yu() * surface.uy[i] + p.yv() * surface.vy[i]);
        float a2 = ax * ax + ay * ay;
        float b2 = bx * bx + by * by;
        longX = a2 >= b2 ? ax : bx;
        longY = a2 >= b2 ? ay : by;
        breadthX = Math.abs(ax) + Math.abs(bx);
        breadthY = Math.abs(ay) + Math.abs(by);
        float area = Math.abs(ax * by - ay * bx);
        float length2 = Math.max(a2, b2);
        float breadth2 = length2 == 0 ? 0 : area * area / length2;
        taps = length2 <= 1 ? 1 : Math.max(1, (int) Math.ceil(Math.min(MOST_TAPS, DENSITY * length2 / area)));
        float detail = log2(Math.max(breadth2, length2 / (taps * taps))) - 2 * SHARPER + 0.5f;
        step = detail <= 0 ? 0 : Math.min((int) detail, MOST_STEPS - 1);
    }

    /** All taps of each of these places, in 256ths of the texels. */
    private void clearTaps(int from, int to, SampleRow out) {
        double[] left = places.left();
        double[] top = places.top();
        MipMap.Level level = level(step);
        double across = 256.0 * level.width() / width;
        double down = 256.0 * level.height() / height;
        double stepX = longX * across / taps;
        double stepY = longY * down / taps;
        double unit = 1 / (65536.0 * taps);
        for (int i = from; i < to; i++) {
            float inside = tiled ? 1 : coverage(left[i], breadthX, width) * coverage(top[i], breadthY, height);
            if (inside <= 0) {
                out.alpha[i] = 0;
                continue;
            }
            double nextX = left[i] * across - 128 - (taps - 1) * 0.5 * stepX;
            double nextY = top[i] * down - 128 - (taps - 1) * 0.5 * stepY;
            alphaGreen = 0;
            redBlue = 0;
            for (int t = 0; t < taps; t++) {
                tap(level, floor(nextX + 0.5), floor(nextY + 0.5));
                nextX += stepX;
                nextY += stepY;
            }
            finish(inside, unit, out, i);
        }
    }

    /** The same with fewer bits, where it takes most of the time of a reply: for all places from here on with the same taps. */
    private int quickTaps(SurfaceRow surface, int from, int count, FixedRow out) {
        int wantedStep = step;
        int wantedTaps = taps;
        run.start(pairs(step), taps);
        int i = from;
        do {
            int end = spanEnd(surface, i, count);
            run.add(end - i, longX / (double) width, longY / (double) height);
            i = end;
            if (i == count || !surface.known[i] || !run.hasRoom(SurfaceRow.SPAN)) {
                break;
            }
            fit(surface, i);
        } while (step == wantedStep && taps == wantedTaps);
        run.write(places.leftShares(), places.topShares(), from, out);
        return i;
    }

    /** The share of a footprint of this width about {@code x} that lies between 0 and {@code length}. */
    static float coverage(double x, float width, int length) {
        double half = Math.max(width, 1e-6f) / 2;
        if (x >= half && x + half <= length) {
            return 1;
        }
        double share = (Math.min(x + half, length) - Math.max(x - half, 0)) / (2 * half);
        return (float) Math.max(0, share);
    }

    /** Of numbers that are not far from an integer: within 2^31 of 0. */
    private static int floor(double value) {
        return (int) Math.floor(value);
    }

    private MipMap.Level level(int j) {
        if (steps[j] == null) {
            steps[j] = picture.step(j);
        }
        return steps[j];
    }

    private TexelPairs pairs(int j) {
        if (pairs[j] == null) {
            pairs[j] = picture.pairs(j);
        }
        return pairs[j];
    }

    private void tap(MipMap.Level level, int x, int y) {
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
        long wd = (long) fx * fy;
        long wb = ((long) fx << 8) - wd;
        long wc = ((long) fy << 8) - wd;
        long wa = 65536L - wb - wc - wd;
        redBlue += pair(a) * wa + pair(b) * wb + pair(c) * wc + pair(d) * wd;
        alphaGreen += pair(a >>> 8) * wa + pair(b >>> 8) * wb + pair(c >>> 8) * wc + pair(d >>> 8) * wd;
    }

    private static int wrapped(int i, int length) {
        return i >= 0 && i < length ? i : Math.floorMod(i, length);
    }

    private static int clamped(int i, int length) {
        return Math.min(Math.max(i, 0), length - 1);
    }

    /** The lowest byte, and in the upper half the third. */
    private static long pair(int texel) {
        return (texel & 0xff) | (texel & 0xff0000L) << 16;
    }

    /** @param unit what is left of a sum of all taps */
    private void finish(float inside, double unit, SampleRow out, int i) {
        float alpha = opaque ? 255 : (float) ((alphaGreen >>> 32) * unit);
        double straight = opaque ? unit : alpha == 0 ? 0 : unit * 255 / alpha;
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
