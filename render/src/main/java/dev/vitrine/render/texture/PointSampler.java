package dev.vitrine.render.texture;

import dev.vitrine.render.geometry.SurfaceRow;
import dev.vitrine.render.resample.Edge;
import java.util.Arrays;

/**
 * Looks a picture up at points of each view pixel's footprint, each on the level whose texels are about as large as the part of
 * the footprint that the point stands for, and takes their mean. The ways of {@link Sampling}; quality and speed are what was
 * asked for, where {@link Sampler} goes for the best of both.
 *
 * <p>"Random" places come from the coordinates on the surface, so that the same place always looks the same.
 */
final class PointSampler implements Lookup {
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /** Four points of a square, and any number of them from the first on, that are far apart, also across its edges. */
    private static final double[][] APART = {{0, 0}, {0.5, 0.5}, {0.5, 0}, {0, 0.5}};

    private final MipMap picture;
    private final Placement placement;
    private final Sampling sampling;
    private final boolean tiled;
    private final double[] sum = new double[4];

    PointSampler(MipMap picture, Placement placement, Sampling sampling) {
        this.picture = picture;
        this.placement = placement;
        this.sampling = sampling;
        this.tiled = picture.edge() == Edge.WRAP;
    }

    /**
     * A view pixel on the picture: its middle, and the ways to the next pixel to the right and down.
     *
     * @param seed the same for the same place of the surface
     */
    private record Footprint(double x, double y, double ax, double ay, double bx, double by, long seed) {
        double right() {
            return Math.hypot(ax, ay);
        }

        double down() {
            return Math.hypot(bx, by);
        }

        double area() {
            return Math.abs(ax * by - ay * bx);
        }
    }

    @Override
    public void read(SurfaceRow surface, int count, SampleRow out) {
        Placement p = placement;
        for (int i = 0; i < count; i++) {
            out.alpha[i] = 0;
            if (!surface.known[i]) {
                continue;
            }
            double u = surface.u[i];
            double v = surface.v[i];
            Footprint f = new Footprint(
                    p.xu() * u + p.xv() * v + p.x0(),
                    p.yu() * u + p.yv() * v + p.y0(),
                    p.xu() * surface.ux[i] + p.xv() * surface.vx[i],
                    p.yu() * surface.ux[i] + p.yv() * surface.vx[i],
                    p.xu() * surface.uy[i] + p.xv() * surface.vy[i],
                    p.yu() * surface.uy[i] + p.yv() * surface.vy[i],
                    31 * Double.doubleToLongBits(u) + Double.doubleToLongBits(v));
            double inside = tiled ? 1 : inside(f);
            if (inside > 0) {
                finish(sample(f), inside, out, i);
            }
        }
    }

    /** The share of the footprint's box that lies on the picture. */
    private double inside(Footprint f) {
        return Sampler.coverage(f.x(), (float) (Math.abs(f.ax()) + Math.abs(f.bx())), picture.width())
                * Sampler.coverage(f.y(), (float) (Math.abs(f.ay()) + Math.abs(f.by())), picture.height());
    }

    /** Leaves the sum of a footprint's samples, and says how many they are. */
    private int sample(Footprint f) {
        Arrays.fill(sum, 0);
        return switch (sampling.mode()) {
            case NEAREST -> nearest(f);
            case SUPERSAMPLED -> spread(f);
            case ADAPTIVE -> parts(f);
            case POISSON -> random(f);
            case BILINEAR, USUAL -> point(f, level(shortSide(f)), 0, 0);
        };
    }

    private static double shortSide(Footprint f) {
        double length = Math.max(f.right(), f.down());
        return length == 0 ? 0 : f.area() / length;
    }

    /** The level whose texels are no larger than this, full-size texels. */
    private MipMap.Level level(double texels) {
        return picture.level(texels < 2 ? 0 : Math.getExponent(texels));
    }

    private int nearest(Footprint f) {
        MipMap.Level level = level(shortSide(f));
        double across = (double) level.width() / picture.width();
        double down = (double) level.height() / picture.height();
        add(level, (int) Math.floor(f.x() * across), (int) Math.floor(f.y() * down), 1);
        return 1;
    }

    private int spread(Footprint f) {
        int n = sampling.samples();
        MipMap.Level level = level(Math.sqrt(f.area() / n));
        double reach = sampling.jitter() / Math.sqrt(n);
        long random = f.seed();
        for (int k = 0; k < n; k++) {
            double s = (k + 0.5) / n - 0.5;
            double t = (0.5 + k * GOLDEN) % 1 - 0.5;
            random = next(random);
            point(f, level, s + reach * share(random), t + reach * share(next(~random)));
        }
        return n;
    }

    private int random(Footprint f) {
        int n = sampling.samples();
        MipMap.Level level = level(Math.sqrt(f.area() / n));
        double s = share(next(f.seed()));
        double t = share(next(~f.seed()));
        for (int k = 0; k < n; k++) {
            point(f, level, wrapped(APART[k % 4][0] + s), wrapped(APART[k % 4][1] + t));
        }
        return n;
    }

    private int parts(Footprint f) {
        double right = f.right();
        double down = f.down();
        int columns = 1;
        int rows = 1;
        for (int h = 0; h < sampling.halvings() && Math.max(right / columns, down / rows) > sampling.piece(); h++) {
            if (right / columns >= down / rows) {
                columns *= 2;
            } else {
                rows *= 2;
            }
        }
        MipMap.Level level = level(Math.max(right / columns, down / rows));
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                point(f, level, (c + 0.5) / columns - 0.5, (r + 0.5) / rows - 0.5);
            }
        }
        return columns * rows;
    }

    /** Adds the picture between four texels, at a place of the footprint counted from its middle. */
    private int point(Footprint f, MipMap.Level level, double s, double t) {
        double x = (f.x() + s * f.ax() + t * f.bx()) * level.width() / picture.width() - 0.5;
        double y = (f.y() + s * f.ay() + t * f.by()) * level.height() / picture.height() - 0.5;
        int left = (int) Math.floor(x);
        int above = (int) Math.floor(y);
        double wx = x - left;
        double wy = y - above;
        add(level, left, above, (1 - wx) * (1 - wy));
        add(level, left + 1, above, wx * (1 - wy));
        add(level, left, above + 1, (1 - wx) * wy);
        add(level, left + 1, above + 1, wx * wy);
        return 1;
    }

    private void add(MipMap.Level level, int x, int y, double weight) {
        int p = level.texels()[inside(y, level.height()) * level.width() + inside(x, level.width())];
        sum[0] += weight * (p >>> 24);
        sum[1] += weight * (p >> 16 & 255);
        sum[2] += weight * (p >> 8 & 255);
        sum[3] += weight * (p & 255);
    }

    private int inside(int i, int length) {
        return tiled ? Math.floorMod(i, length) : Math.min(Math.max(i, 0), length - 1);
    }

    private void finish(int samples, double inside, SampleRow out, int i) {
        double straight = sum[0] == 0 ? 0 : 255 / sum[0];
        out.alpha[i] = (float) (sum[0] / samples * inside);
        out.red[i] = (float) Math.min(255, sum[1] * straight);
        out.green[i] = (float) Math.min(255, sum[2] * straight);
        out.blue[i] = (float) Math.min(255, sum[3] * straight);
    }

    private static double wrapped(double x) {
        return x - Math.floor(x + 0.5);
    }

    /** The next of a series of numbers without order: the mixing of splitmix64. */
    private static long next(long seed) {
        long z = seed + 0x9e3779b97f4a7c15L;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }

    /** Between -0.5 and 0.5. */
    private static double share(long random) {
        return (random >> 11) * 0x1p-53;
    }
}
