package dev.vitrine.render.texture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.core.value.RealPair;
import dev.vitrine.render.geometry.Homography;
import dev.vitrine.render.geometry.SurfaceRow;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.resample.Edge;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A plane that recedes, against the mean of 256 plain lookups in every pixel. */
class SamplerQualityTest {
    private static final int WIDTH = 240;
    private static final int HEIGHT = 160;
    private static final int FINE = 16;

    @Test
    void read_recedingPlane_isNearTheTruth() {
        PixelBuffer cloth = cloth(200, 144);
        Homography toTexture = Homography.ofQuad(
                List.of(new RealPair(70, 20), new RealPair(190, 20), new RealPair(340, 160), new RealPair(-100, 160)),
                900,
                1200);
        MipMap mip = new MipMap(cloth, Edge.WRAP);
        Sampler sampler = new Sampler(mip, new Placement(1, 0, 0, 0, 1, 0));
        SurfaceRow row = new SurfaceRow(WIDTH);
        SampleRow out = new SampleRow(WIDTH);
        double sum = 0;
        int count = 0;
        for (int y = 24; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                RealPair at = toTexture.map(x + 0.5, y + 0.5);
                Homography.Jacobian j = toTexture.jacobian(x + 0.5, y + 0.5);
                row.u[x] = at.x();
                row.v[x] = at.y();
                row.ux[x] = (float) j.ux();
                row.uy[x] = (float) j.uy();
                row.vx[x] = (float) j.vx();
                row.vy[x] = (float) j.vy();
                row.known[x] = true;
            }
            sampler.read(row, WIDTH, out);
            for (int x = 0; x < WIDTH; x++) {
                double[] truth = truth(cloth, toTexture, x, y);
                sum += square(out.red[x] - truth[0]) + square(out.green[x] - truth[1]) + square(out.blue[x] - truth[2]);
                count += 3;
            }
        }
        double decibels = 10 * Math.log10(255 * 255 / (sum / count));
        assertTrue(decibels >= 44, decibels + " dB");
    }

    private static double square(double x) {
        return x * x;
    }

    /** The mean over the pixel's area of the picture as interpolation between texels shows it. */
    private static double[] truth(PixelBuffer cloth, Homography toTexture, int x, int y) {
        double[] sum = new double[3];
        for (int sy = 0; sy < FINE; sy++) {
            for (int sx = 0; sx < FINE; sx++) {
                RealPair at = toTexture.map(x + (sx + 0.5) / FINE, y + (sy + 0.5) / FINE);
                bilinear(cloth, at.x() - 0.5, at.y() - 0.5, sum);
            }
        }
        for (int c = 0; c < 3; c++) {
            sum[c] /= FINE * FINE;
        }
        return sum;
    }

    private static void bilinear(PixelBuffer cloth, double x, double y, double[] sum) {
        int x0 = (int) Math.floor(x);
        int y0 = (int) Math.floor(y);
        for (int dy = 0; dy < 2; dy++) {
            for (int dx = 0; dx < 2; dx++) {
                double weight = (1 - Math.abs(x - x0 - dx)) * (1 - Math.abs(y - y0 - dy));
                int p = cloth.at(Math.floorMod(x0 + dx, cloth.width()), Math.floorMod(y0 + dy, cloth.height()));
                sum[0] += weight * (p >> 16 & 255);
                sum[1] += weight * (p >> 8 & 255);
                sum[2] += weight * (p & 255);
            }
        }
    }

    /** A woven cloth: threads with noise in every texel. Sides are no powers of two. */
    private static PixelBuffer cloth(int width, int height) {
        Random random = new Random(11);
        PixelBuffer out = PixelBuffer.blank(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double thread = 40 * Math.sin(x * 2 * Math.PI / 8) * Math.cos(y * 2 * Math.PI / 9);
                double check = ((x / 25) + (y / 24)) % 2 == 0 ? 40 : -30;
                int noise = random.nextInt(24);
                out.argb()[y * width + x] = 0xff000000
                        | level(130 + thread + check + noise) << 16
                        | level(110 + thread + noise) << 8
                        | level(90 - check + noise);
            }
        }
        return out;
    }

    private static int level(double value) {
        return (int) Math.min(255, Math.max(0, value));
    }
}
