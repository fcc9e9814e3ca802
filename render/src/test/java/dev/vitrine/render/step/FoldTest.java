package dev.vitrine.render.step;

import static dev.vitrine.render.Ask.ask;
import static dev.vitrine.render.Ask.tiles;
import static dev.vitrine.render.MemoryScene.object;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vitrine.render.Ask;
import dev.vitrine.render.MemoryScene;
import dev.vitrine.render.pixel.PixelBuffer;
import org.junit.jupiter.api.Test;

/** A cloth whose left sheet ends at x = 30.25, where one that lies far away on the cloth goes on behind it. */
class FoldTest {
    private static MemoryScene scene() {
        return MemoryScene.gray(60, 20, 90)
                .neutralLight()
                .field("seat", (x, y) -> 1)
                .surface((x, y) -> x < 30.25 ? x / 10 : 20 + x / 10, (x, y) -> y / 10)
                .islands((x, y) -> x < 30.25 ? 1 : 2)
                .add(object("seat").build());
    }

    /** Red on the left sheet, blue on the right one. */
    private static PixelBuffer render(MemoryScene scene) {
        PixelBuffer cloth = Ask.flat(400, 10, 0xffc80000);
        for (int i = 0; i < 4000; i++) {
            cloth.argb()[i] = i % 400 < 200 ? 0xffc80000 : 0xff0000c8;
        }
        return ask().texture("cloth", cloth).obj("seat", tiles("cloth", 10)).render(scene);
    }

    @Test
    void edge_ofTwoSheets_isMixedByTheirShares() {
        PixelBuffer out = render(scene().fold((x, y) -> x / 10, (x, y) -> y / 10, (x, y) -> x == 30.5 ? 0.25 : 0));
        assertEquals(0xffc80000, out.at(28, 10));
        assertEquals(0xff0000c8, out.at(32, 10));
        assertEquals(0.25 * 200, out.at(30, 10) >> 16 & 255, 1);
        assertEquals(0.75 * 200, out.at(30, 10) & 255, 1);
    }

    @Test
    void edge_withoutASecondSheet_isHard() {
        PixelBuffer out = render(scene());
        assertEquals(0xffc80000, out.at(29, 10));
        assertEquals(0xff0000c8, out.at(30, 10));
    }
}
