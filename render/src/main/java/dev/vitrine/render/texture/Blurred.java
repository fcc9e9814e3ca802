package dev.vitrine.render.texture;

/**
 * A picture looked up as if a Gaussian had blurred it: cubic B-splines through the texels of two of its sizes, mixed so that
 * the variance is right. A B-spline over texels of 2^k pixels has the standard deviation 2^k / √3; below 1 / √3 straight
 * interpolation takes its place by and by. Past the edge the last pixels go on. Components 0 to 255, not rounded.
 * Not safe for many threads.
 */
public final class Blurred {
    private static final double FINEST = 1 / Math.sqrt(3);
    private static final int MOST_LEVELS = 32;

    private final MipMap picture;
    private final MipMap.Level[] levels = new MipMap.Level[MOST_LEVELS];
    private final double[] across = new double[4];
    private final double[] down = new double[4];

    /** @param picture opaque, single */
    public Blurred(MipMap picture) {
        this.picture = picture;
    }

    /** The same for one more thread. */
    public Blurred again() {
        return new Blurred(picture);
    }

    /**
     * Adds the color at a point, times a weight, to the first three elements.
     *
     * @param x pixels, 0.5 in the middle of the first
     * @param blur standard deviation, pixels
     */
    public void add(double x, double y, double blur, double weight, double[] to) {
        if (blur < FINEST) {
            double share = blur * blur / (FINEST * FINEST);
            straight(x, y, weight * (1 - share), to);
            spline(0, x, y, weight * share, to);
            return;
        }
        int level = Math.min(MOST_LEVELS - 2, (int) Math.floor(Math.log(blur / FINEST) / Math.log(2)));
        double own = Math.scalb(FINEST, level);
        double share = Math.min(1, (blur * blur - own * own) / (3 * own * own));
        spline(level, x, y, weight * (1 - share), to);
        spline(level + 1, x, y, weight * share, to);
    }

    private void straight(double x, double y, double weight, double[] to) {
        if (weight == 0) {
            return;
        }
        MipMap.Level level = level(0);
        double px = x - 0.5;
        double py = y - 0.5;
        int x0 = (int) Math.floor(px);
        int y0 = (int) Math.floor(py);
        double fx = px - x0;
        double fy = py - y0;
        add(level, x0, y0, weight * (1 - fx) * (1 - fy), to);
        add(level, x0 + 1, y0, weight * fx * (1 - fy), to);
        add(level, x0, y0 + 1, weight * (1 - fx) * fy, to);
        add(level, x0 + 1, y0 + 1, weight * fx * fy, to);
    }

    private void spline(int size, double x, double y, double weight, double[] to) {
        if (weight == 0) {
            return;
        }
        MipMap.Level level = level(size);
        double px = x * level.width() / picture.width() - 0.5;
        double py = y * level.height() / picture.height() - 0.5;
        int x0 = (int) Math.floor(px);
        int y0 = (int) Math.floor(py);
        weights(px - x0, across);
        weights(py - y0, down);
        for (int j = 0; j < 4; j++) {
            for (int i = 0; i < 4; i++) {
                add(level, x0 + i - 1, y0 + j - 1, weight * across[i] * down[j], to);
            }
        }
    }

    /** Of the four texels around a place {@code t} behind the second. */
    private static void weights(double t, double[] out) {
        double s = 1 - t;
        out[0] = s * s * s / 6;
        out[1] = (3 * t * t * t - 6 * t * t + 4) / 6;
        out[2] = (3 * s * s * s - 6 * s * s + 4) / 6;
        out[3] = t * t * t / 6;
    }

    private static void add(MipMap.Level level, int x, int y, double weight, double[] to) {
        int column = Math.min(Math.max(x, 0), level.width() - 1);
        int row = Math.min(Math.max(y, 0), level.height() - 1);
        int p = level.texels()[row * level.width() + column];
        to[0] += weight * (p >> 16 & 255);
        to[1] += weight * (p >> 8 & 255);
        to[2] += weight * (p & 255);
    }

    private MipMap.Level level(int k) {
        if (levels[k] == null) {
            levels[k] = picture.level(k);
        }
        return levels[k];
    }
}
