package dev.vitrine.render.step;

import static dev.vitrine.render.Ask.ask;
import static dev.vitrine.render.Ask.flat;
import static dev.vitrine.render.Ask.looking;
import static dev.vitrine.render.Ask.mapped;
import static dev.vitrine.render.Ask.shining;
import static dev.vitrine.render.Ask.solid;
import static dev.vitrine.render.Ask.tiles;
import static dev.vitrine.render.MemoryScene.object;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vitrine.core.value.Color;
import dev.vitrine.render.Ask;
import dev.vitrine.render.MemoryScene;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.shade.Sheen;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The specular layer: brighter from left to right, up to half. */
class SpecularTest {
    private static final Color ORIGINAL = new Color(178, 171, 160);

    private static MemoryScene photo() {
        Random random = new Random(7);
        int[] noise = random.ints(96 * 64, 0, 1 << 24).toArray();
        return new MemoryScene(96, 64, (x, y) -> 0xff000000 | noise[96 * (int) y + (int) x])
                .neutralLight()
                .field("seat", (x, y) -> Math.min(1, Math.max(0, (x - 10) / 20)))
                .surface((x, y) -> x / 10, (x, y) -> y / 10)
                .specular((x, y) -> x / 192)
                .add(object("seat").original(ORIGINAL, true).build());
    }

    @Test
    void specular_originalColor_givesBackThePhotograph() {
        MemoryScene scene = photo();
        PixelBuffer out = ask().obj("seat", solid(ORIGINAL, Ask.look())).render(scene);
        assertArrayEquals(scene.rasters(0).view().argb(), out.argb());
    }

    @ParameterizedTest
    @CsvSource({"0, 100", "0, 0", "13, 60", "19, 100", "3, 30"})
    void specular_newColor_isWhitenedByTypeAndGloss(int type, double gloss) {
        PixelBuffer out = ask().obj("seat", solid(new Color(40, 60, 80), shining(gloss, type, 40)))
                .render(photo());
        double s = new Sheen(type, gloss, 40).specular() * 80.5 / 192;
        assertEquals(255 - (255 - 60) * (1 - s), out.at(80, 20) >> 8 & 255, 0.51);
    }

    @Test
    void specular_glossMap_variesIt() {
        PixelBuffer map = flat(20, 20, 0xff000000);
        for (int i = 0; i < 400; i++) {
            map.argb()[i] = i % 20 < 10 ? 0xff000000 : 0xffffffff;
        }
        PixelBuffer out = ask().texture("paper", flat(20, 20, 0xff283c50))
                .texture("map", map)
                .obj("seat", looking(tiles("paper", 10), mapped(shining(100, 0, 40), "map")))
                .render(photo());
        double dull = new Sheen(0, 20, 40).specular() * 85.5 / 192;
        double full = new Sheen(0, 100, 40).specular() * 74.5 / 192;
        assertEquals(255 - (255 - 60) * (1 - dull), out.at(85, 20) >> 8 & 255, 0.6);
        assertEquals(255 - (255 - 60) * (1 - full), out.at(74, 20) >> 8 & 255, 0.6);
    }

    @Test
    void specular_overlapObjects_haveNone() {
        MemoryScene scene = photo().field("post", (x, y) -> 1)
                .add(object("post").overlap(1, java.util.Optional.of(true)).build());
        PixelBuffer out = ask().obj("post", solid(40, 60, 80)).render(scene);
        assertEquals(0xff283c50, out.at(80, 20));
    }
}
