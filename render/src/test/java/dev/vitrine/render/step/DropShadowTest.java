package dev.vitrine.render.step;

import static dev.vitrine.render.Ask.ask;
import static dev.vitrine.render.Ask.decal;
import static dev.vitrine.render.Ask.flat;
import static dev.vitrine.render.Ask.thick;
import static dev.vitrine.render.MemoryScene.object;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.core.value.RealPair;
import dev.vitrine.render.MemoryScene;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.scene.DecalArea.LightVector;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Oracle 20: the shadow of a thick decal. */
class DropShadowTest {
    private static final int LEVEL = 200;

    /** White, 20 pixels per unit, the decal point in the middle. */
    private static MemoryScene wall(double horizontal, double vertical) {
        return MemoryScene.gray(200, 200, LEVEL)
                .neutralLight()
                .field("wall", (x, y) -> x > 10 ? 1 : 0)
                .surface((x, y) -> x / 20, (x, y) -> y / 20)
                .add(object("wall").origin(0, 5, 5).light(horizontal, vertical).build());
    }

    /** A decal of half a unit that is the wall's own color, so that only its shadow is seen. */
    private static PixelBuffer render(MemoryScene scene, double thickness) {
        return ask().texture("d", flat(30, 30, 0xff000000 | LEVEL * 0x010101))
                .obj("wall", thick(decal("d", 0.5, 0.5, p -> p), thickness))
                .render(scene);
    }

    private static double[] centroid(PixelBuffer out) {
        double[] sum = new double[3];
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 200; x++) {
                double dark = LEVEL - (out.at(x, y) & 255);
                sum[0] += dark * (x + 0.5) / 20;
                sum[1] += dark * (y + 0.5) / 20;
                sum[2] += dark;
            }
        }
        return new double[] {sum[0] / sum[2], sum[1] / sum[2], sum[2]};
    }

    @Test
    void oracle20_lightFromAboveOrNoThickness_isNoShadow() {
        int[] plain = render(wall(30, 0), 0).argb();
        assertArrayEquals(plain, render(wall(30, 0), 2).argb());
        assertArrayEquals(plain, render(wall(30, 45), 0).argb());
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 0", "90, 0, 1", "180, -1, 0", "45, 0.7071, 0.7071"})
    void oracle20_at45Degrees_liesItsThicknessAway(double horizontal, double right, double down) {
        double[] center = centroid(render(wall(horizontal, 45), 1));
        assertEquals(5 + right, center[0], 0.04);
        assertEquals(5 + down, center[1], 0.04);
    }

    @Test
    void shadow_darkness_isHalfTheShape() {
        double[] center = centroid(render(wall(0, 45), 1));
        assertEquals(0.5 * LEVEL * 10 * 10, center[2], 500);
    }

    @Test
    void shadow_outsideTheObject_isNotSeen() {
        PixelBuffer out = render(wall(180, 75), 1.3);
        for (int y = 0; y < 200; y++) {
            assertEquals(LEVEL, out.at(5, y) & 255);
        }
        assertTrue(centroid(out)[2] > 0);
    }

    @Test
    void of_turnedSurface_turnsTheShadow() {
        RealPair offset =
                DropShadow.of(new LightVector(30, 45), 2, 60).orElseThrow().offset();
        assertEquals(0, offset.x(), 1e-9);
        assertEquals(2, offset.y(), 1e-9);
        assertEquals(Optional.empty(), DropShadow.of(new LightVector(30, 0), 2, 60));
    }
}
