package dev.vitrine.render.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.pixel.TextureMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One footprint for a span says what those of its pixels say. */
class SpansTest {
    private static final int WIDTH = 203;

    /** A span's footprint may be this far from a pixel's, as a share of its size. */
    private static final double APART = 0.25;

    private int even;
    private int uneven;

    @Test
    void readSpans_ofAPlane_agreesWithItsPixels() {
        Random random = new Random(3);
        for (int k = 0; k < 200; k++) {
            double g = 0.02 * (random.nextDouble() - 0.5);
            double h = 0.02 * (random.nextDouble() - 0.5);
            Homography plane = new Homography(
                    random.nextDouble(), random.nextDouble() - 0.5, 3, random.nextDouble() - 0.5, 1, -2, g, h, 1);
            assertAgrees(new FlatSurface(plane, 0, 0), random.nextInt(40) - 10, random.nextInt(100));
        }
        assertBothOccurred();
    }

    @Test
    void readSpans_ofATextureMap_agreesWithItsPixels() {
        Region region = new Region(5, 2, 190, 40);
        int pixels = region.width() * region.height();
        float[] u = new float[pixels];
        float[] v = new float[pixels];
        byte[] island = new byte[pixels];
        for (int i = 0; i < pixels; i++) {
            int x = i % region.width();
            int y = i / region.width();
            u[i] = (float) (x + 3 * Math.sin(x / 9.0) + (x > 90 ? 500 : 0));
            v[i] = (float) (y + 4 * Math.cos(x / 30.0) + 2 * Math.abs(x - 40));
            island[i] = (byte) (x < 20 && y < 10 ? 0 : x > 90 ? 2 : 1);
        }
        CurvedSurface surface = new CurvedSurface(new TextureMap(region, u, v, island));
        for (int y = 0; y < 45; y++) {
            assertAgrees(surface, y % 7, y);
        }
        assertBothOccurred();
    }

    private void assertAgrees(Surface surface, int x, int y) {
        SurfaceRow pixels = new SurfaceRow(WIDTH);
        SurfaceRow spans = new SurfaceRow(WIDTH);
        surface.read(x, y, WIDTH, pixels);
        surface.readSpans(x, y, WIDTH, spans);
        for (int i = 0; i < WIDTH; i++) {
            boolean one = spans.even[i / SurfaceRow.SPAN];
            assertEquals(pixels.known[i], spans.known[i]);
            if (pixels.known[i]) {
                assertEquals(pixels.u[i], spans.u[i]);
                assertEquals(pixels.v[i], spans.v[i]);
                int at = one ? i / SurfaceRow.SPAN * SurfaceRow.SPAN : i;
                List<Float> own = List.of(pixels.ux[i], pixels.vx[i], pixels.uy[i], pixels.vy[i]);
                List<Float> told = List.of(spans.ux[at], spans.vx[at], spans.uy[at], spans.vy[at]);
                double size = own.stream().mapToDouble(Math::abs).max().orElseThrow();
                for (int k = 0; k < 4; k++) {
                    assertEquals(own.get(k), told.get(k), one ? APART * size : 0, "place " + i + " of row " + y);
                }
            }
            even += one ? 1 : 0;
            uneven += one ? 0 : 1;
        }
    }

    private void assertBothOccurred() {
        assertTrue(even > uneven / 10 && uneven > even / 50, even + " even, " + uneven + " not");
    }
}
