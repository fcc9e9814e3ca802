package dev.vitrine.it.bench;

import java.util.Random;

/** One component of a picture, any range. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Plane(int width, int height, float[] values) {
    Plane(int width, int height) {
        this(width, height, new float[width * height]);
    }

    interface Value {
        double at(int x, int y);
    }

    static Plane of(int width, int height, Value value) {
        Plane out = new Plane(width, height);
        for (int i = 0; i < out.values.length; i++) {
            out.values[i] = (float) value.at(i % width, i / width);
        }
        return out;
    }

    /** Smooth noise: normal values on grids of these spacings, each 0.6 of the one before. */
    static Plane noise(int width, int height, long seed, int... spacings) {
        Plane out = new Plane(width, height);
        Random random = new Random(seed);
        double amplitude = 1;
        for (int spacing : spacings) {
            int columns = width / spacing + 2;
            Plane grid = of(columns, height / spacing + 2, (x, y) -> random.nextGaussian());
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    out.values[y * width + x] +=
                            (float) (amplitude * grid.between((double) x / spacing, (double) y / spacing));
                }
            }
            amplitude *= 0.6;
        }
        return out;
    }

    float at(int x, int y) {
        return values[y * width + x];
    }

    /** Between values, smoothly. */
    private double between(double x, double y) {
        int x0 = (int) x;
        int y0 = (int) y;
        double fx = smooth(x - x0);
        double fy = smooth(y - y0);
        double above = at(x0, y0) * (1 - fx) + at(x0 + 1, y0) * fx;
        double below = at(x0, y0 + 1) * (1 - fx) + at(x0 + 1, y0 + 1) * fx;
        return above * (1 - fy) + below * fy;
    }

    private static double smooth(double t) {
        return t * t * (3 - 2 * t);
    }

    /** Blurred by a Gaussian that reaches {@code reach} pixels; the picture is mirrored at its ends. */
    Plane blurred(double sigma, int reach) {
        return along(sigma, reach, true).along(sigma, reach, false);
    }

    private Plane along(double sigma, int reach, boolean across) {
        double[] weights = new double[2 * reach + 1];
        double sum = 0;
        for (int t = -reach; t <= reach; t++) {
            weights[t + reach] = StrictMath.exp(-t * t / (2 * sigma * sigma));
            sum += weights[t + reach];
        }
        double total = sum;
        return of(width, height, (x, y) -> {
            double out = 0;
            for (int t = -reach; t <= reach; t++) {
                float v = across ? at(mirrored(x + t, width), y) : at(x, mirrored(y + t, height));
                out += weights[t + reach] * v;
            }
            return out / total;
        });
    }

    private static int mirrored(int i, int length) {
        int at = Math.abs(i);
        return at < length ? at : 2 * (length - 1) - at;
    }
}
