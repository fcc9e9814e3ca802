package dev.vitrine.render.step;

import static dev.vitrine.render.Ask.aligned;
import static dev.vitrine.render.Ask.ask;
import static dev.vitrine.render.Ask.laid;
import static dev.vitrine.render.Ask.tiles;
import static dev.vitrine.render.MemoryScene.object;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.catalog.resolve.Grouting;
import dev.vitrine.catalog.resolve.Material;
import dev.vitrine.core.value.Anchor;
import dev.vitrine.core.value.Color;
import dev.vitrine.render.Ask;
import dev.vitrine.render.MemoryScene;
import dev.vitrine.render.pixel.PixelBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Repeat modes, grout and random alignment in whole renders. */
class LaidTextureTest {
    private static MemoryScene floor(double scale) {
        return MemoryScene.gray(160, 120, 90)
                .neutralLight()
                .field("a", (x, y) -> x < 80 ? 1 : 0)
                .field("b", (x, y) -> x < 80 ? 0 : 1)
                .surface((x, y) -> x / scale, (x, y) -> y / scale)
                .add(object("a").build())
                .add(object("b").build());
    }

    /** An arrow to the right below a bar: no turn or mirror of it looks alike. */
    private static PixelBuffer arrow(int side) {
        PixelBuffer out = PixelBuffer.blank(side, side);
        for (int i = 0; i < out.argb().length; i++) {
            double x = (i % side + 0.5) / side;
            int row = i / side;
            double y = (row + 0.5) / side;
            boolean head = Math.abs(y - 0.6) < 0.25 * (1 - (x - 0.55) / 0.3) && x > 0.55 && x < 0.85;
            boolean shaft = Math.abs(y - 0.6) < 0.06 && x > 0.15 && x < 0.6;
            out.argb()[i] = y < 0.12 ? 0xff3060c0 : head || shaft ? 0xffc03020 : 0xfff0e8d0;
        }
        return out;
    }

    private static PixelBuffer render(Material material, double scale) {
        return ask().texture("arrow", arrow(40))
                .obj("a", material)
                .obj("b", material)
                .render(floor(scale));
    }

    @ParameterizedTest
    @CsvSource({"6", "12", "13", "4", "8"})
    void repeat_atOneTexelPerPixel_isTheLaidPicture(int repeat) {
        PixelBuffer out = render(laid(tiles("arrow", 10), repeat), 10);
        PixelBuffer straight = render(tiles("arrow", 10), 10);
        for (int y = 1; y < 39; y++) {
            for (int x = 1; x < 39; x++) {
                assertEquals(straight.at(x, y), out.at(x, y), "the tile of the anchor lies as it is");
            }
        }
        assertFalse(Arrays.equals(straight.argb(), out.argb()));
        int wanted = switch (repeat) {
            case 6 -> straight.at(20, 35);
            case 12 -> straight.at(20, 15);
            case 4 -> straight.at(20, 5);
            default -> out.at(60, 15);
        };
        assertEquals(wanted, repeat == 12 ? out.at(40, 55) : out.at(60, 15));
    }

    @Test
    void diamond_isTurnedByAnEighth() {
        Material.Texture plain = tiles("arrow", 10);
        assertArrayEquals(
                render(Ask.turned(plain, 45), 10).argb(),
                render(laid(plain, 3), 10).argb());
    }

    @Test
    void grout_keepsTheTileAndWidensThePitch() {
        Grouting joint = new Grouting(new Color(0, 255, 0), 0.4, 0);
        PixelBuffer out = render(laid(tiles("arrow", 10), 0, joint), 10);
        PixelBuffer straight = render(tiles("arrow", 10), 10);
        assertEquals(straight.at(20, 20), out.at(20, 20));
        assertEquals(0xff00ff00, out.at(42, 20));
        assertEquals(straight.at(20, 20), out.at(64, 20));
        assertEquals(straight.at(20, 20), out.at(20, 64));
    }

    @Test
    void minified_seams_areFilteredAsTheyLie() {
        double[] mean = new double[2];
        for (int repeat : new int[] {0, 12}) {
            PixelBuffer out = render(laid(tiles("arrow", 10), repeat), 2.3);
            mean[repeat / 12] = Arrays.stream(out.argb())
                    .mapToDouble(p -> p >> 8 & 255)
                    .average()
                    .orElseThrow();
        }
        assertEquals(mean[0], mean[1], 1);
    }

    @Test
    void randomAlignment_differsByObjectAndNeverByRun() {
        Material random = aligned(Ask.anchored(tiles("arrow", 10), new Anchor.Pixels(3, 3)), 2);
        PixelBuffer once = render(random, 10);
        assertArrayEquals(once.argb(), render(random, 10).argb());
        assertFalse(Arrays.equals(once.argb(), render(tiles("arrow", 10), 10).argb()));
        Material otherAnchor = aligned(tiles("arrow", 10), 2);
        assertArrayEquals(once.argb(), render(otherAnchor, 10).argb(), "the anchor does not count");
        boolean same = true;
        for (int x = 0; x < 40; x++) {
            same &= once.at(x, 50) == once.at(x + 80, 50);
        }
        assertFalse(same, "one object's texture goes on in the other");
    }

    @Test
    void groutInAHanging_isIgnoredWithAWarning() {
        Grouting joint = new Grouting(Color.gray(0), 1, 0);
        assertTrue(ask().obj("a", laid(tiles("arrow", 10), 5, joint))
                .plan(floor(10))
                .text()
                .contains("grout"));
    }
}
