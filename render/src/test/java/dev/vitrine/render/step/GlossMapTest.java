package dev.vitrine.render.step;

import static dev.vitrine.render.Ask.ask;
import static dev.vitrine.render.Ask.flat;
import static dev.vitrine.render.Ask.laid;
import static dev.vitrine.render.Ask.look;
import static dev.vitrine.render.Ask.looking;
import static dev.vitrine.render.Ask.mapped;
import static dev.vitrine.render.Ask.tiles;
import static dev.vitrine.render.MemoryScene.object;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.catalog.resolve.Grouting;
import dev.vitrine.catalog.resolve.Look;
import dev.vitrine.catalog.resolve.Material;
import dev.vitrine.core.value.Color;
import dev.vitrine.core.value.RealPair;
import dev.vitrine.render.Ask;
import dev.vitrine.render.MemoryScene;
import dev.vitrine.render.pixel.PixelBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code glossmap=} and the contrast of the light: the reference is 20, the light rises from left to right. */
class GlossMapTest {
    private static MemoryScene scene() {
        return MemoryScene.gray(96, 32, 90)
                .light(20, (x, y) -> 0.2 + 0.6 * x / 96)
                .field("seat", (x, y) -> 1)
                .surface((x, y) -> x / 10, (x, y) -> y / 10)
                .add(object("seat").build());
    }

    private static Material.Texture cloth(Look look) {
        return looking(tiles("cloth", 10), look);
    }

    private static PixelBuffer render(MemoryScene scene, Material material, int map) {
        return render(scene, material, flat(8, 8, 0xff000000 | map * 0x010101));
    }

    private static PixelBuffer render(MemoryScene scene, Material material, PixelBuffer map) {
        return ask().texture("cloth", flat(8, 8, 0xff8c8278))
                .texture("map", map)
                .obj("seat", material)
                .render(scene);
    }

    /** Light that a map decides is not shaded in whole numbers. */
    private static void assertNear(int[] expected, int[] actual) {
        for (int i = 0; i < expected.length; i++) {
            for (int shift = 0; shift < 32; shift += 8) {
                assertEquals(expected[i] >> shift & 255, actual[i] >> shift & 255, 1, "pixel " + i);
            }
        }
    }

    @Test
    void map_white_isTheGlossItself_black_isTheReference() {
        MemoryScene scene = scene().glossEffects();
        Look shiny = look(-1, 90, 0, "");
        int[] plain = render(scene, cloth(shiny), 0).argb();
        assertNear(plain, render(scene, cloth(mapped(shiny, "map")), 255).argb());
        int[] reference = render(scene, cloth(look()), 0).argb();
        assertNear(reference, render(scene, cloth(mapped(shiny, "map")), 0).argb());
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 51, 100, 128, 200, 240})
    void map_between_isTheGlossInBetween(int level) {
        MemoryScene scene = scene().glossEffects();
        double between = 20 + (90 - 20) * level / 255.0;
        PixelBuffer expected = render(scene, cloth(look(-1, between, 0, "")), 0);
        PixelBuffer out = render(scene, cloth(mapped(look(-1, 90, 0, ""), "map")), level);
        for (int x = 0; x < 96; x++) {
            assertEquals(expected.at(x, 9) & 255, out.at(x, 9) & 255, 1, "x " + x);
        }
    }

    @Test
    void map_effectsOff_orNoGloss_changesNoLight() {
        int[] plain = render(scene(), cloth(look(-1, 90, 0, "")), 0).argb();
        for (int level : new int[] {0, 100, 255}) {
            assertNear(
                    plain,
                    render(scene(), cloth(mapped(look(-1, 90, 0, ""), "map")), level)
                            .argb());
            assertNear(
                    plain,
                    render(scene().glossEffects(), cloth(mapped(look(), "map")), level)
                            .argb());
        }
    }

    @Test
    void map_betweenTwoLights_blendsThem() {
        MemoryScene scene = scene().light(80, (x, y) -> 0.9 - 0.6 * x / 96).glossEffects();
        PixelBuffer expected = render(scene, cloth(look(-1, 50, 0, "")), 0);
        PixelBuffer out = render(scene, cloth(mapped(look(-1, 80, 0, ""), "map")), 128);
        for (int x = 0; x < 96; x++) {
            assertEquals(expected.at(x, 9) & 255, out.at(x, 9) & 255, 1, "x " + x);
        }
    }

    @Test
    void map_liesAsItsTextureDoes_whateverItsSize() {
        MemoryScene scene = scene().glossEffects();
        PixelBuffer map = flat(16, 16, 0xff000000);
        for (int i = 0; i < 256; i++) {
            map.argb()[i] = i % 16 < 8 ? 0xff000000 : 0xffffffff;
        }
        PixelBuffer full = render(scene, cloth(look(-1, 90, 0, "")), 0);
        PixelBuffer dull = render(scene, cloth(look()), 0);
        PixelBuffer out = render(scene, cloth(mapped(look(-1, 90, 0, ""), "map")), map);
        assertNear(new int[] {dull.at(81, 5), full.at(86, 5)}, new int[] {out.at(81, 5), out.at(86, 5)});
    }

    @Test
    void map_grout_isDull() {
        MemoryScene scene = scene().glossEffects();
        Grouting joint = new Grouting(Color.gray(120), 0.4, 0);
        Material grouted = laid(cloth(mapped(look(-1, 90, 0, ""), "map")), 0, joint);
        PixelBuffer out = render(scene, grouted, 255);
        PixelBuffer joints =
                ask().obj("seat", Ask.solid(Color.gray(120), look())).render(scene);
        assertEquals(joints.at(82, 3), out.at(82, 3));
    }

    @Test
    void map_ofADecal_variesIt() {
        MemoryScene scene = scene().glossEffects();
        Material.Decal plain = Ask.decal("cloth", 9, 3, at -> new RealPair(4.8, 1.6));
        PixelBuffer[] out = new PixelBuffer[3];
        for (int i = 0; i < 3; i++) {
            Look look = i == 0 ? look() : look(-1, 90, 0, "");
            out[i] = render(scene, Ask.looking(plain, i == 1 ? mapped(look, "map") : look), i == 1 ? 255 : 0);
        }
        assertArrayEquals(out[2].argb(), out[1].argb());
        assertTrue(out[0].at(80, 16) != out[1].at(80, 16));
    }

    @Test
    void plan_withAMap_saysIt() {
        String text = ask().obj("seat", cloth(mapped(look(-1, 90, 0, ""), "map")))
                .plan(scene())
                .text();
        assertTrue(text.contains("texture cloth res 10 at 0,0 gloss by map light 0"), text);
    }
}
