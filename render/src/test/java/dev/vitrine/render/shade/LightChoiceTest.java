package dev.vitrine.render.shade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vitrine.render.MemoryScene;
import dev.vitrine.render.scene.Illumination;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LightChoiceTest {
    private static final List<Illumination> MAPS =
            List.of(new Illumination(0, MemoryScene.layer("a"), 20), new Illumination(2, MemoryScene.layer("c"), 70));

    static final List<Illumination> ONE = MAPS.subList(0, 1);

    @ParameterizedTest
    @CsvSource({
        "-1, -1, 0, 0, 0, 0",
        "-1, 20, 0, 0, 0, 0",
        "-1, 45, 0, 2, 0.5, 0",
        "-1, 30, 0, 2, 0.2, 0",
        "-1, 70, 2, 2, 0, 0",
        "-1, 100, 2, 2, 0, 1",
        "-1, 85, 2, 2, 0, 0.5",
        "-1, 0, 0, 0, 0, -0.5",
        "0, 60, 0, 0, 0, 0.5",
        "2, 35, 2, 2, 0, -0.25",
        "2, -1, 2, 2, 0, 0"
    })
    void of_withEffects_blendsBetweenReferencesAndStrainsBeyond(
            int slot, double gloss, int map, int other, double share, double strain) {
        LightChoice choice = LightChoice.of(MAPS, slot, gloss, true);
        assertEquals(map, choice.map().slot());
        assertEquals(other, choice.other().slot());
        assertEquals(share, choice.share(), 1e-12);
        assertEquals(strain, choice.strain(), 1e-12);
    }

    @Test
    void of_withoutEffects_isTheNearestMapAsItIs() {
        assertEquals(LightChoice.of(MAPS.get(1)), LightChoice.of(MAPS, -1, 46, false));
        assertEquals(LightChoice.of(MAPS.get(0)), LightChoice.of(ONE, -1, 100, false));
    }

    @Test
    void of_referencesAtTheEnds_doNotDivideByZero() {
        for (double reference : new double[] {0, 100}) {
            List<Illumination> one = List.of(new Illumination(0, MemoryScene.layer("a"), reference));
            assertEquals(0, LightChoice.of(one, -1, reference, true).strain());
        }
    }

    @ParameterizedTest
    @CsvSource({"-1, -1, 0", "-1, 0, 0", "-1, 45, 0", "-1, 46, 2", "-1, 100, 2", "0, 100, 0", "1, 0, 0", "2, 0, 2"})
    void among_slotOrGloss_isTheNearest(int slot, double gloss, int expected) {
        assertEquals(expected, LightChoice.among(MAPS, slot, gloss).slot());
    }
}
