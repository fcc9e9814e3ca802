package dev.vitrine.render.step;

import static dev.vitrine.render.Ask.ask;
import static dev.vitrine.render.Ask.colored;
import static dev.vitrine.render.Ask.flat;
import static dev.vitrine.render.Ask.solid;
import static dev.vitrine.render.Ask.tiles;
import static dev.vitrine.render.MemoryScene.gray;
import static dev.vitrine.render.MemoryScene.object;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.catalog.resolve.Material;
import dev.vitrine.core.value.Color;
import dev.vitrine.render.MemoryScene;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.shade.ShadingKernel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The design's oracles for whole renders; each test is named after the oracle's number. */
class ShadingOracleTest {
    private static final Color ORIGINAL = new Color(178, 171, 160);

    /** A noisy, colored photograph with light that the one-color model cannot explain, and a soft-edged object on it. */
    private static MemoryScene photo(boolean residual) {
        Random random = new Random(7);
        int[] noise = random.ints(96 * 64, 0, 1 << 24).toArray();
        return new MemoryScene(96, 64, (x, y) -> 0xff000000 | noise[96 * (int) y + (int) x])
                .light(20, (x, y) -> 0.2 + 0.6 * x / 96)
                .field("seat", (x, y) -> Math.min(1, Math.max(0, (x - 10) / 20)))
                .surface((x, y) -> x / 10, (x, y) -> y / 10)
                .add(object("seat").original(ORIGINAL, residual).build());
    }

    private static MemoryScene plain(int level) {
        return gray(16, 8, level)
                .neutralLight()
                .field("seat", (x, y) -> 1)
                .add(object("seat").original(ORIGINAL, true).build());
    }

    private static int difference(int a, int b) {
        int most = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            most = Math.max(most, Math.abs((a >> shift & 255) - (b >> shift & 255)));
        }
        return most;
    }

    private static int worst(PixelBuffer a, PixelBuffer b) {
        int most = 0;
        for (int i = 0; i < a.argb().length; i++) {
            most = Math.max(most, difference(a.argb()[i], b.argb()[i]));
        }
        return most;
    }

    @Test
    void oracle01_neutralLight_givesExactlyTheColor() {
        for (int c = 0; c <= 255; c += 5) {
            PixelBuffer out = ask().obj("seat", solid(c, 255 - c, c / 2)).render(plain(90));
            for (int p : out.argb()) {
                assertEquals(0xff000000 | c << 16 | (255 - c) << 8 | c / 2, p);
            }
        }
    }

    @Test
    void oracle02_gray_givesTheLight() {
        MemoryScene scene = gray(256, 1, 10)
                .light(20, (x, y) -> Math.floor(x) / 255)
                .field("seat", (x, y) -> 1)
                .add(object("seat").original(ORIGINAL, true).build());
        PixelBuffer out = ask().obj("seat", solid(128, 128, 128)).render(scene);
        for (int x = 0; x < 256; x++) {
            assertEquals(0xff000000 | x * 0x010101, out.at(x, 0));
        }
    }

    @Test
    void oracle03_originalColor_givesBackThePhotograph() {
        for (boolean residual : new boolean[] {true, false}) {
            MemoryScene scene = photo(residual);
            PixelBuffer out = ask().obj("seat", solid(178, 171, 160)).render(scene);
            assertEquals(0, worst(scene.rasters(0).view(), out), "residual " + residual);
        }
    }

    @Test
    void oracle03_nothingApplied_isThePhotographBitByBit() {
        MemoryScene scene = photo(true);
        assertArrayEquals(
                scene.rasters(0).view().argb(), ask().obj("seat").render(scene).argb());
    }

    @Test
    void oracle03_nearlyTheOriginalColor_isNearlyThePhotograph() {
        MemoryScene scene = photo(true);
        PixelBuffer exact = ask().obj("seat", solid(178, 171, 160)).render(scene);
        PixelBuffer near = ask().obj("seat", solid(179, 171, 160)).render(scene);
        assertTrue(worst(exact, near) <= 12, "1 of 24 of the residual, " + worst(exact, near));
    }

    @Test
    void oracle11_oneColorTexture_equalsTheSolid() {
        for (boolean residual : new boolean[] {true, false}) {
            MemoryScene scene = photo(residual);
            PixelBuffer solid = ask().obj("seat", solid(20, 200, 90)).render(scene);
            PixelBuffer texture = ask().texture("t", flat(7, 5, 0xff14c85a))
                    .obj("seat", tiles("t", 13))
                    .render(scene);
            assertEquals(0, worst(solid, texture));
        }
    }

    @Test
    void oracle11_recoloredBase_isExactlyTheColor() {
        Material dressed = colored(tiles("t", 10), new Color(120, 34, 193), new Color(140, 95, 100));
        PixelBuffer base =
                ask().texture("t", flat(3, 3, 0xff7822c1)).obj("seat", dressed).render(plain(50));
        assertEquals(0xff8c5f64, base.at(4, 4));
        PixelBuffer other =
                ask().texture("t", flat(3, 3, 0xff821ec8)).obj("seat", dressed).render(plain(50));
        assertEquals(0xff965b6b, other.at(4, 4));
    }

    @Test
    void oracle12_softEdge_leavesNoFringe() {
        ShadingKernel kernel = ShadingKernel.neutral(0.3);
        MemoryScene scene = new MemoryScene(100, 4, (x, y) -> {
                    double a = Math.round(x / 100 * 255) / 255.0;
                    return mixture(new Color(200, 30, 30), a, kernel);
                })
                .light(20, (x, y) -> 0.6)
                .field("sofa", (x, y) -> x / 100)
                .add(object("sofa").original(new Color(200, 30, 30), true).build());
        PixelBuffer out = ask().obj("sofa", solid(20, 26, 64)).render(scene);
        for (int x = 0; x < 100; x++) {
            double a = Math.round((x + 0.5) / 100 * 255) / 255.0;
            assertTrue(difference(mixture(new Color(20, 26, 64), a, kernel), out.at(x, 1)) <= 1, "x " + x);
        }
    }

    /** An object of this color, lit by 0.6, over a white wall. */
    private static int mixture(Color color, double a, ShadingKernel kernel) {
        int out = 255;
        for (int c : new int[] {color.red(), color.green(), color.blue()}) {
            double value = (1 - a) * 250 + a * 255 * kernel.shade(c / 255.0, 0.6);
            out = out << 8 | (int) Math.round(value);
        }
        return out;
    }

    @Test
    void oracle12_neighbours_doNotCareForOrder() {
        MemoryScene scene = gray(100, 4, 140)
                .neutralLight()
                .field("a", (x, y) -> 1 - x / 100)
                .field("b", (x, y) -> x / 100)
                .add(object("a").original(Color.gray(140), true).build())
                .add(object("b").original(Color.gray(140), true).build());
        PixelBuffer out =
                ask().obj("a", solid(255, 0, 0)).obj("b", solid(0, 0, 255)).render(scene);
        for (int x = 0; x < 100; x++) {
            int wanted = (int) Math.round(255 * (1 - (x + 0.5) / 100));
            assertTrue(difference(0xff000000 | wanted << 16 | (255 - wanted), out.at(x, 0)) <= 2, "x " + x);
        }
    }

    @Test
    void oracle13_opacity_mixesEncodedValues() {
        MemoryScene scene = gray(8, 8, 100)
                .neutralLight()
                .field("lamp", (x, y) -> 1)
                .add(object("lamp").overlap(5, Optional.of(true)).build());
        assertEquals(
                0xff96644b,
                ask().obj("lamp", solid(200, 100, 50, 50)).render(scene).at(3, 3));
    }

    @Test
    void oracle21_renderThenHalve_equalsHalfLevel() {
        MemoryScene full = waves();
        MemoryScene withLevel = waves().level(160, 100);
        PixelBuffer cloth = PixelBuffer.blank(64, 64);
        for (int i = 0; i < cloth.argb().length; i++) {
            int wave = (int) (128 + 50 * Math.sin(i % 64 * Math.PI / 8) + 40 * Math.cos((i >> 6) * Math.PI / 16));
            cloth.argb()[i] = 0xff000000 | wave << 16 | (255 - wave) << 8 | 90;
        }
        for (Material material : List.of(solid(40, 90, 160), tiles("cloth", 20))) {
            PixelBuffer a =
                    ask().texture("cloth", cloth).wid(160).obj("seat", material).render(full);
            PixelBuffer b =
                    ask().texture("cloth", cloth).wid(160).obj("seat", material).render(withLevel);
            int[] apart = new int[a.argb().length];
            for (int i = 0; i < apart.length; i++) {
                apart[i] = difference(a.argb()[i], b.argb()[i]);
            }
            Arrays.sort(apart);
            double mean = Arrays.stream(apart).average().orElseThrow();
            assertTrue(mean <= 1, "mean " + mean);
            assertTrue(apart[apart.length * 99 / 100] <= 6, "p99 " + apart[apart.length * 99 / 100]);
        }
    }

    /** A photograph that its light explains but for a few levels, as an author's would be. */
    private static MemoryScene waves() {
        ShadingKernel kernel = ShadingKernel.neutral(0.3);
        MemoryScene.Field light = (x, y) -> 0.5 + 0.2 * Math.sin(x / 31 + y / 19);
        return new MemoryScene(320, 200, (x, y) -> {
                    double grain = 3 * Math.sin(x / 7) * Math.cos(y / 5);
                    int out = 255;
                    for (int c : new int[] {150, 130, 110}) {
                        out = out << 8 | (int) (255 * kernel.shade(c / 255.0, light.at(x, y)) + grain);
                    }
                    return out;
                })
                .light(20, light)
                .field("seat", (x, y) -> Math.min(1, Math.max(0, (80 - Math.hypot(x - 160, (y - 100) * 1.2)) / 3)))
                .surface((x, y) -> x / 12 + 0.3 * Math.sin(y / 20), (x, y) -> y / 12)
                .add(object("seat").original(new Color(150, 130, 110), true).build());
    }
}
