package dev.vitrine.render.texture;

import static dev.vitrine.render.Ask.anchored;
import static dev.vitrine.render.Ask.ask;
import static dev.vitrine.render.Ask.tiles;
import static dev.vitrine.render.Ask.turned;
import static dev.vitrine.render.MemoryScene.gray;
import static dev.vitrine.render.MemoryScene.object;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.catalog.resolve.Material;
import dev.vitrine.core.value.Anchor;
import dev.vitrine.render.Ask;
import dev.vitrine.render.MemoryScene;
import dev.vitrine.render.geometry.Surface;
import dev.vitrine.render.geometry.SurfaceRow;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.resample.Edge;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Laws of textures on surfaces. Eight view pixels are one inch. */
class SamplerTest {
    private static final int SIDE = 64;

    private static MemoryScene scene(MemoryScene.Field u, MemoryScene.Field v) {
        return gray(SIDE, SIDE, 128)
                .neutralLight()
                .field("cloth", (x, y) -> 1)
                .surface(u, v)
                .add(object("cloth").origin(0, 0, 0).origin(3, 1.625, 2.375).build());
    }

    private static MemoryScene flat() {
        return scene((x, y) -> x / 8, (x, y) -> y / 8);
    }

    private static PixelBuffer noise(int width, int height) {
        Random random = new Random(width * 1000L + height);
        PixelBuffer out = PixelBuffer.blank(width, height);
        for (int i = 0; i < out.argb().length; i++) {
            out.argb()[i] = 0xff000000 | random.nextInt(1 << 24);
        }
        return out;
    }

    private static PixelBuffer render(MemoryScene scene, PixelBuffer texture, Material material) {
        return ask().texture("t", texture).obj("cloth", material).render(scene);
    }

    @Test
    void read_quickly_agreesWithTheClearWay() {
        Random random = new Random(11);
        for (int[] size : new int[][] {{1, 1}, {3, 5}, {64, 64}, {129, 40}}) {
            PixelBuffer picture = PixelBuffer.blank(size[0], size[1]);
            for (int i = 0; i < picture.argb().length; i++) {
                picture.argb()[i] = 0xff000000 | random.nextInt(1 << 24);
            }
            MipMap tile = new MipMap(picture, Edge.WRAP);
            Placement placement = new Placement(1, 0.2, 0.3, -0.1, 1, 0.4);
            SurfaceRow row = new SurfaceRow(400);
            for (int i = 0; i < 400; i++) {
                row.known[i] = true;
                row.u[i] = 2000 * random.nextDouble() - 1000;
                row.v[i] = 2000 * random.nextDouble() - 1000;
                float scale = (float) Math.pow(2, 8 * random.nextDouble() - 2);
                row.ux[i] = scale * random.nextFloat();
                row.vx[i] = scale * (random.nextFloat() - 0.5f);
                row.uy[i] = scale * (random.nextFloat() - 0.5f) / 2;
                row.vy[i] = scale * random.nextFloat();
            }
            SampleRow quick = new SampleRow(400);
            SampleRow clear = new SampleRow(400);
            new Sampler(tile, placement, true).read(row, 400, quick);
            new Sampler(tile, placement, false).read(row, 400, clear);
            double apart = 0;
            for (int i = 0; i < 400; i++) {
                assertEquals(clear.red[i], quick.red[i], 6f);
                assertEquals(clear.green[i], quick.green[i], 6f);
                assertEquals(clear.blue[i], quick.blue[i], 6f);
                assertEquals(255, quick.alpha[i], 1e-3);
                apart += Math.abs(clear.green[i] - quick.green[i]) / 400;
            }
            assertTrue(apart < 0.5, "mean " + apart);
        }
    }

    @Test
    void readFixed_isTheSameInWholeNumbers() {
        MipMap tile = new MipMap(noise(60, 44), Edge.WRAP);
        Surface surface = new Slanted();
        SurfaceRow row = new SurfaceRow(300);
        FixedRow fixed = new FixedRow(300);
        SampleRow plain = new SampleRow(300);
        for (double scale : new double[] {0.02, 0.5, 1, 7}) {
            Sampler sampler = new Sampler(tile, new Placement(scale, 0, 0, 0, scale, 0));
            for (int count : new int[] {1, 31, 32, 33, 300}) {
                assertTrue(sampler.readFixed(surface, 3, 5, count, row, fixed));
                sampler.read(surface, 3, 5, count, row, plain);
                for (int i = 0; i < count; i++) {
                    assertEquals(plain.red[i] * FixedRow.UNIT, fixed.red[i], 0.51);
                    assertEquals(plain.green[i] * FixedRow.UNIT, fixed.green[i], 0.51);
                    assertEquals(plain.blue[i] * FixedRow.UNIT, fixed.blue[i], 0.51);
                }
            }
        }
    }

    /** Footprints that grow along a row. */
    private static final class Slanted implements Surface {
        @Override
        public void read(int x, int y, int count, SurfaceRow out) {
            for (int i = 0; i < count; i++) {
                double at = x + i;
                out.u[i] = at + at * at / 100;
                out.v[i] = y + at / 3;
                out.ux[i] = (float) (1 + at / 50);
                out.vx[i] = 0.33f;
                out.uy[i] = 0;
                out.vy[i] = 1;
                out.known[i] = true;
            }
        }
    }

    @Test
    void read_quickly_staysOneColor() {
        PixelBuffer picture = PixelBuffer.blank(70, 33);
        Arrays.fill(picture.argb(), 0xfffe01ff);
        Sampler sampler = new Sampler(new MipMap(picture, Edge.WRAP), new Placement(1, 0, 0, 0, 1, 0));
        SurfaceRow row = new SurfaceRow(40);
        SampleRow out = new SampleRow(40);
        Random random = new Random(5);
        for (int i = 0; i < 40; i++) {
            row.known[i] = true;
            row.u[i] = 1000 * random.nextDouble();
            row.v[i] = -1000 * random.nextDouble();
            row.ux[i] = 1 + 9 * random.nextFloat();
            row.vy[i] = 1 + 40 * random.nextFloat();
        }
        sampler.read(row, 40, out);
        for (int i = 0; i < 40; i++) {
            assertEquals(254, out.red[i], 1e-3);
            assertEquals(1, out.green[i], 1e-3);
            assertEquals(255, out.blue[i], 1e-3);
        }
    }

    @Test
    void read_quickly_ofAVeryLongTile_isAsTheClearWay() {
        PixelBuffer picture = PixelBuffer.blank(200_000, 3);
        Arrays.setAll(picture.argb(), i -> 0xff000000 | i % 200_000 / 1000);
        SurfaceRow row = new SurfaceRow(20);
        for (int i = 0; i < 20; i++) {
            row.known[i] = true;
            row.u[i] = 500 + 10_000 * i;
            row.ux[i] = 2;
            row.vy[i] = 2;
        }
        SampleRow out = new SampleRow(20);
        new Sampler(new MipMap(picture, Edge.WRAP), new Placement(1, 0, 0, 0, 1, 0)).read(row, 20, out);
        for (int i = 0; i < 20; i++) {
            assertEquals(10 * i, out.blue[i], 0.5f);
        }
    }

    @Test
    void read_placesFarAway_endsWithoutHarm() {
        Sampler sampler = new Sampler(new MipMap(noise(30, 20), Edge.WRAP), new Placement(1, 0, 0, 0, 1, 0));
        double[] far = {1e300, -1e300, Double.NaN, Double.POSITIVE_INFINITY, 1e18, -1e18};
        SurfaceRow row = new SurfaceRow(far.length);
        SampleRow out = new SampleRow(far.length);
        for (float size : new float[] {0, 1, 1e30f, Float.NaN, Float.POSITIVE_INFINITY}) {
            for (int i = 0; i < far.length; i++) {
                row.known[i] = true;
                row.u[i] = far[i];
                row.v[i] = far[far.length - 1 - i];
                row.ux[i] = size;
                row.vy[i] = size / 3;
            }
            sampler.read(row, far.length, out);
            for (int i = 0; i < far.length; i++) {
                assertTrue(out.red[i] >= 0 && out.red[i] <= 255, far[i] + " by " + size + ": " + out.red[i]);
            }
        }
    }

    @Test
    void read_oneTexelPerPixel_isTheTexture() {
        PixelBuffer texture = noise(SIDE, SIDE);
        assertArrayEquals(texture.argb(), render(flat(), texture, tiles("t", 8)).argb());
    }

    @Test
    void read_shiftedByAPeriod_isTheSameBitByBit() {
        PixelBuffer texture = noise(12, 20);
        for (double resolution : new double[] {2.5, 8, 33}) {
            Material.Texture plain = tiles("t", resolution);
            PixelBuffer a = render(flat(), texture, anchored(plain, new Anchor.Pixels(3, 4)));
            PixelBuffer b = render(flat(), texture, anchored(plain, new Anchor.Pixels(3 - 36, 4 + 20)));
            assertArrayEquals(a.argb(), b.argb(), "res " + resolution);
        }
    }

    @Test
    void read_shiftedAnchor_movesTheTexture() {
        PixelBuffer texture = noise(16, 16);
        PixelBuffer a = render(flat(), texture, tiles("t", 8));
        PixelBuffer b = render(flat(), texture, anchored(tiles("t", 8), new Anchor.Pixels(5, 0)));
        assertEquals(a.at(15, 7), b.at(10, 7));
    }

    @Test
    void read_quarterTurn_turnsClockwiseAboutTheAnchor() {
        PixelBuffer texture = noise(SIDE, SIDE);
        MemoryScene centered = scene((x, y) -> (x - 32) / 8, (x, y) -> (y - 32) / 8);
        Material.Texture plain = anchored(tiles("t", 8), Anchor.center());
        PixelBuffer straight = render(centered, texture, plain);
        PixelBuffer quarter = render(centered, texture, turned(plain, 90));
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                assertEquals(straight.at(x, y), quarter.at(SIDE - 1 - y, x));
            }
        }
        PixelBuffer all = render(centered, texture, turned(plain, 360));
        assertArrayEquals(straight.argb(), all.argb());
    }

    @Test
    void read_magnifiedChecker_doesNotBleed() {
        PixelBuffer checker = PixelBuffer.blank(2, 2);
        checker.argb()[0] = checker.argb()[3] = 0xffffffff;
        checker.argb()[1] = checker.argb()[2] = 0xff000000;
        PixelBuffer out = render(flat(), checker, tiles("t", 8.0 / 15));
        assertEquals(0xffffffff, out.at(7, 7));
        assertEquals(0xff000000, out.at(22, 7));
        assertEquals(0xff000000, out.at(37, 22));
        assertEquals(0xffffffff, out.at(37, 37));
    }

    @Test
    void read_veryMinified_isTheMean() {
        PixelBuffer checker = PixelBuffer.blank(3, 2);
        for (int i = 0; i < 6; i++) {
            checker.argb()[i] = i < 2 ? 0xffffffff : 0xff000000;
        }
        int p = render(flat(), checker, tiles("t", 800)).at(30, 30);
        assertTrue(Math.abs((p & 255) - 85) <= 2, Integer.toHexString(p));
    }

    @Test
    void read_seamOfTheSurface_doesNotBlurAcross() {
        PixelBuffer texture = Ask.flat(16, 16, 0xffff0000);
        for (int i = 0; i < 128; i++) {
            texture.argb()[i] = 0xff0000ff;
        }
        MemoryScene seam = scene((x, y) -> x / 8, (x, y) -> x < 32 ? 0.5 : 1.5);
        PixelBuffer out = render(seam, texture, tiles("t", 8));
        assertEquals(0xff0000ff, out.at(20, 20));
        assertEquals(0xffff0000, out.at(40, 20));
    }

    @Test
    void read_unknownSurfaceNearby_goesOnFromTheNeighbour() {
        PixelBuffer texture = noise(SIDE, SIDE);
        MemoryScene holes = scene((x, y) -> x > 30 && x < 33 ? Double.NaN : x / 8, (x, y) -> y / 8);
        int whole = render(flat(), texture, tiles("t", 8)).at(31, 9);
        int bridged = render(holes, texture, tiles("t", 8)).at(31, 9);
        assertTrue(Math.abs((whole & 255) - (bridged & 255)) <= 1);
    }

    @Test
    void read_alignment_putsTheAnchorOnTheOrigin() {
        PixelBuffer texture = noise(SIDE, SIDE);
        Material.Texture plain = tiles("t", 8);
        Material.Texture aligned = new Material.Texture(
                plain.image(),
                8,
                0,
                plain.anchor(),
                3,
                0,
                plain.colorize(),
                plain.grout(),
                plain.paint(),
                plain.look());
        PixelBuffer a = render(flat(), texture, plain);
        PixelBuffer b = render(flat(), texture, aligned);
        assertEquals(a.at(0, 0), b.at(13, 19));
    }
}
