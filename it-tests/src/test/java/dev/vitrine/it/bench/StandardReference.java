package dev.vitrine.it.bench;

import dev.vitrine.core.value.RealPair;
import dev.vitrine.render.geometry.Homography;

/**
 * The standard job as its definition says, in real numbers and at full size: the material is looked up by bilinear
 * interpolation (or, for the truth, by the mean of many look-ups in each pixel), lit, blended over the photograph, halved by the
 * mean, and sharpened.
 */
final class StandardReference {
    private static final int SUPERSAMPLES = 8;
    private static final double SIGMA = 0.7;
    private static final double AMOUNT = 0.8;
    private static final double THRESHOLD = 1;

    private final StandardInputs inputs;

    StandardReference(StandardInputs inputs) {
        this.inputs = inputs;
    }

    /** From view pixels (centers are integers) to texture pixels (likewise). */
    interface Warp {
        double[] at(double x, double y);
    }

    static Warp flat() {
        Homography floor = Homography.ofQuad(
                StandardInputs.CORNERS.stream()
                        .map(c -> new RealPair(c[0], c[1]))
                        .toList(),
                StandardInputs.FLOOR_WIDTH,
                StandardInputs.FLOOR_HEIGHT);
        double density = StandardScene.density();
        double cos = StrictMath.cos(StrictMath.toRadians(StandardInputs.DEGREES));
        double sin = StrictMath.sin(StrictMath.toRadians(StandardInputs.DEGREES));
        return (x, y) -> {
            RealPair p = floor.map(x, y);
            return new double[] {
                density * (cos * p.x() - sin * p.y() + StandardInputs.OFFSET_X),
                density * (sin * p.x() + cos * p.y() + StandardInputs.OFFSET_Y)
            };
        };
    }

    static Warp curved() {
        Warp flat = flat();
        double density = StandardScene.density();
        return (x, y) -> {
            double[] p = flat.at(x, y);
            double[] waved = StandardInputs.waves(p[0] / density, p[1] / density, x, y);
            return new double[] {density * waved[0], density * waved[1]};
        };
    }

    int[] flatReply() {
        return reply(flat(), 1);
    }

    /** What an ideal warp would give. */
    int[] flatTruth() {
        return reply(flat(), SUPERSAMPLES);
    }

    int[] curvedReply() {
        return reply(curved(), 1);
    }

    int[] curvedTruth() {
        return reply(curved(), SUPERSAMPLES);
    }

    int[] colorReply() {
        return finished((x, y, out) -> {
            out[0] = StandardInputs.COLOR >> 16;
            out[1] = StandardInputs.COLOR >> 8 & 255;
            out[2] = StandardInputs.COLOR & 255;
        });
    }

    /** Decibels between two pictures of packed RGB. */
    static double psnr(int[] a, int[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int shift = 0; shift <= 16; shift += 8) {
                double d = (a[i] >> shift & 255) - (b[i] >> shift & 255);
                sum += d * d;
            }
        }
        return 10 * Math.log10(255 * 255 * 3.0 * a.length / Math.max(sum, 1e-9));
    }

    private int[] reply(Warp warp, int samples) {
        double[] sample = new double[3];
        return finished((x, y, out) -> {
            out[0] = 0;
            out[1] = 0;
            out[2] = 0;
            for (int k = 0; k < samples * samples; k++) {
                int row = k / samples;
                double dx = (k % samples + 0.5) / samples - 0.5;
                double dy = (row + 0.5) / samples - 0.5;
                double[] at = warp.at(x + dx, y + dy);
                look(at[0], at[1], sample);
                for (int c = 0; c < 3; c++) {
                    out[c] += sample[c] / (samples * samples);
                }
            }
        });
    }

    private interface Material {
        void at(int x, int y, double[] out);
    }

    private void look(double u, double v, double[] out) {
        int size = StandardInputs.TEXTURE;
        int x0 = (int) Math.floor(u);
        int y0 = (int) Math.floor(v);
        double fx = u - x0;
        double fy = v - y0;
        int left = Math.floorMod(x0, size);
        int right = Math.floorMod(x0 + 1, size);
        int above = Math.floorMod(y0, size) * size;
        int below = Math.floorMod(y0 + 1, size) * size;
        int[] t = inputs.texture();
        for (int c = 0; c < 3; c++) {
            int shift = 16 - 8 * c;
            double top = (t[above + left] >> shift & 255) * (1 - fx) + (t[above + right] >> shift & 255) * fx;
            double bottom = (t[below + left] >> shift & 255) * (1 - fx) + (t[below + right] >> shift & 255) * fx;
            out[c] = top * (1 - fy) + bottom * fy;
        }
    }

    private int[] finished(Material material) {
        int width = StandardInputs.WIDTH / 2;
        int height = StandardInputs.HEIGHT / 2;
        Plane[] halves = {new Plane(width, height), new Plane(width, height), new Plane(width, height)};
        double[] m = new double[3];
        for (int y = 0; y < 2 * height; y++) {
            for (int x = 0; x < 2 * width; x++) {
                int at = y * 2 * width + x;
                double coverage = (inputs.mask()[at] & 255) / 255.0;
                if (coverage > 0) {
                    material.at(x, y, m);
                }
                double light = (inputs.light()[at] & 0xffff) / 65535.0;
                for (int c = 0; c < 3; c++) {
                    double p = (inputs.photo()[at] >> (16 - 8 * c) & 255) / 255.0;
                    double s = light < 0.5 ? 2 * m[c] / 255 * light : 1 - 2 * (1 - m[c] / 255) * (1 - light);
                    halves[c].values()[y / 2 * width + x / 2] += (float) (255 * (p + coverage * (s - p)) / 4);
                }
            }
        }
        return sharpened(halves);
    }

    private static int[] sharpened(Plane[] planes) {
        int[] out = new int[planes[0].values().length];
        for (int c = 0; c < 3; c++) {
            Plane blurred = planes[c].blurred(SIGMA, 3);
            for (int i = 0; i < out.length; i++) {
                double v = planes[c].values()[i];
                double difference = v - blurred.values()[i];
                double moved = Math.abs(difference) > THRESHOLD ? v + AMOUNT * difference : v;
                out[i] |= (int) Math.min(255, Math.max(0, Math.round(moved))) << (16 - 8 * c);
            }
        }
        return out;
    }
}
