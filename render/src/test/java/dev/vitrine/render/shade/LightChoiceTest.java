package dev.vitrine.render.shade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vitrine.render.MemoryScene;
import dev.vitrine.render.scene.Illumination;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LightChoiceTest {
    private static final List<Illumination> MAPS =
            List.of(new Illumination(0, MemoryScene.layer("a"), 20), new Illumination(2, MemoryScene.layer("c"), 70));

    @ParameterizedTest
    @CsvSource({"-1, -1, 0", "-1, 0, 0", "-1, 45, 0", "-1, 46, 2", "-1, 100, 2", "0, 100, 0", "1, 0, 0", "2, 0, 2"})
    void among_slotOrGloss_isTheNearest(int slot, double gloss, int expected) {
        assertEquals(expected, LightChoice.among(MAPS, slot, gloss).slot());
    }
}
