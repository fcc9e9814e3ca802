package dev.vitrine.render.texture;

import dev.vitrine.core.value.RealPair;
import dev.vitrine.render.geometry.Homography;
import dev.vitrine.render.geometry.SurfaceRow;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.resample.Edge;
import java.util.List;
import java.util.Random;

/** A tiled plane that recedes to a near horizon, and what every pixel of it should be: the mean of 16 × 16 plain look-ups. */
final class RecedingPlane {
    static final int WIDTH = 240;
    static final int HEIGHT = 160;

    /** Rows above are beyond the plane's far edge. */
    static final int TOP = 24;

    private static final int FINE = 16;
    private static final Homography TO_TEXTURE = Homography.ofQuad(
            List.of(new RealPair(70, 20), new RealPair(190, 20), new RealPair(340, 160), new RealPair(-100, 160)),
            900,
            1200);

    private final PixelBuffer tile;
    private final double[][] truth;

    RecedingPlane(PixelBuffer tile) {
        this.tile = tile;
        this.truth = new double[WIDTH * HEIGHT][];
        for (int y = TOP; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                truth[y * WIDTH + x] = truth(x, y);
            }
        }
    }

    /** How near a way to look it up comes to the truth: peak signal to noise. */
    double decibels(Sampling sampling) {
        return 10 * Math.log10(255 * 255 / meanSquare(sampling));
    }

    private double meanSquare(Sampling sampling) {
        MipMap picture = sampling.resized(new MipMap(tile, Edge.WRAP));
        Lookup lookup = sampling.lookup(picture, Placement.IDENTITY);
        SampleRow out = new SampleRow(WIDTH);
        double sum = 0;
        for (int y = TOP; y < HEIGHT; y++) {
            lookup.read(row(y), WIDTH, out);
            for (int x = 0; x < WIDTH; x++) {
                double[] wanted = truth[y * WIDTH + x];
                sum += square(out.red[x] - wanted[0])
                        + square(out.green[x] - wanted[1])
                        + square(out.blue[x] - wanted[2]);
            }
        }
        return sum / (3 * WIDTH * (HEIGHT - TOP));
    }

    private static SurfaceRow row(int y) {
        SurfaceRow row = new SurfaceRow(WIDTH);
        for (int x = 0; x < WIDTH; x++) {
            RealPair at = TO_TEXTURE.map(x + 0.5, y + 0.5);
            Homography.Jacobian j = TO_TEXTURE.jacobian(x + 0.5, y + 0.5);
            row.u[x] = at.x();
            row.v[x] = at.y();
            row.ux[x] = (float) j.ux();
            row.uy[x] = (float) j.uy();
            row.vx[x] = (float) j.vx();
            row.vy[x] = (float) j.vy();
            row.known[x] = true;
        }
        return row;
    }

    private static double square(double x) {
        return x * x;
    }

    private double[] truth(int x, int y) {
        double[] sum = new double[3];
        for (int sy = 0; sy < FINE; sy++) {
            for (int sx = 0; sx < FINE; sx++) {
                RealPair at = TO_TEXTURE.map(x + (sx + 0.5) / FINE, y + (sy + 0.5) / FINE);
                addBetweenTexels(at.x() - 0.5, at.y() - 0.5, sum);
            }
        }
        for (int c = 0; c < 3; c++) {
            sum[c] /= FINE * FINE;
        }
        return sum;
    }

    private void addBetweenTexels(double x, double y, double[] sum) {
        int x0 = (int) Math.floor(x);
        int y0 = (int) Math.floor(y);
        for (int dy = 0; dy < 2; dy++) {
            for (int dx = 0; dx < 2; dx++) {
                double weight = (1 - Math.abs(x - x0 - dx)) * (1 - Math.abs(y - y0 - dy));
                int p = tile.at(Math.floorMod(x0 + dx, tile.width()), Math.floorMod(y0 + dy, tile.height()));
                sum[0] += weight * (p >> 16 & 255);
                sum[1] += weight * (p >> 8 & 255);
                sum[2] += weight * (p & 255);
            }
        }
    }

    /** A woven cloth: threads with noise in every texel. Sides are no powers of two. */
    static PixelBuffer cloth(int width, int height) {
        Random random = new Random(11);
        PixelBuffer out = PixelBuffer.blank(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double thread = 40 * Math.sin(x * 2 * Math.PI / 8) * Math.cos(y * 2 * Math.PI / 9);
                double check = ((x / 25) + (y / 24)) % 2 == 0 ? 40 : -30;
                int noise = random.nextInt(24);
                out.argb()[y * width + x] =
                        pixel(130 + thread + check + noise, 110 + thread + noise, 90 - check + noise);
            }
        }
        return out;
    }

    /** A tartan: bands of three widths along both sides, down to lines of two texels, woven over and under. */
    static PixelBuffer plaid(int side) {
        PixelBuffer out = PixelBuffer.blank(side, side);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int[] warp = band(x * 96 / side);
                int[] weft = band(y * 96 / side);
                boolean over = (x + y) % 4 < 2;
                int[] c = over ? warp : weft;
                int[] d = over ? weft : warp;
                out.argb()[y * side + x] =
                        pixel(0.7 * c[0] + 0.3 * d[0], 0.7 * c[1] + 0.3 * d[1], 0.7 * c[2] + 0.3 * d[2]);
            }
        }
        return out;
    }

    private static int[] band(int at) {
        if (at % 48 < 2) {
            return new int[] {236, 228, 208};
        }
        if (at < 40) {
            return at % 12 < 3 ? new int[] {28, 34, 46} : new int[] {150, 34, 40};
        }
        return at < 72 ? new int[] {28, 34, 46} : new int[] {32, 84, 62};
    }

    private static int pixel(double red, double green, double blue) {
        return 0xff000000 | level(red) << 16 | level(green) << 8 | level(blue);
    }

    private static int level(double value) {
        return (int) Math.min(255, Math.max(0, value));
    }
}
