package dev.vitrine.render.shade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheenTest {
    /** Type, reflectance at gloss 0, 25 and 100, blur at roughness 100, specular share at gloss 0 and 100. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0.0625, 0.5, 12, 0.3, 1, false",
        "1, 0, 0.0625, 0.5, 12, 0.3, 1, false",
        "2, 0.02, 0.04875, 0.25, 12, 0.18, 0.6, false",
        "3, 0.3, 0.3625, 0.8, 3.6, 0.3, 1, true",
        "4, 0.1, 0.14375, 0.45, 14.4, 0.24, 0.8, true",
        "5, 0.05, 0.08125, 0.3, 16.8, 0.18, 0.6, true",
        "6, 0, 0.0125, 0.1, 14.4, 0.12, 0.4, false",
        "7, 0.05, 0.09375, 0.4, 6, 0.27, 0.9, false",
        "8, 0, 0.00375, 0.03, 18, 0.045, 0.15, false",
        "9, 0.02, 0.055, 0.3, 9.6, 0.21, 0.7, false",
        "10, 0.02, 0.055, 0.3, 9.6, 0.21, 0.7, false",
        "11, 0.02, 0.055, 0.3, 9.6, 0.18, 0.6, false",
        "12, 0.02, 0.055, 0.3, 9.6, 0.15, 0.5, false",
        "13, 0.05, 0.1, 0.45, 6, 0.27, 0.9, false",
        "14, 0.05, 0.1, 0.45, 6, 0.27, 0.9, false",
        "15, 0.2, 0.275, 0.8, 2.4, 0.3, 1, true",
        "16, 0.8, 0.825, 1, 1.2, 0.3, 1, true",
        "17, 0, 0.00375, 0.03, 18, 0.075, 0.25, false",
        "18, 0, 0.00375, 0.03, 18, 0.075, 0.25, false",
        "19, 0, 0.00375, 0.03, 18, 0.03, 0.1, false"
    })
    void of_everyType_followsItsRow(
            int type, double dull, double some, double most, double blur, double least, double full, boolean metal) {
        assertEquals(dull, new Sheen(type, 0, 40).reflectance(), 1e-9);
        assertEquals(some, new Sheen(type, 25, 40).reflectance(), 1e-9);
        assertEquals(most, new Sheen(type, 100, 40).reflectance(), 1e-9);
        assertEquals(blur, new Sheen(type, 50, 100).blur(), 1e-9);
        assertEquals(0.4 * blur, new Sheen(type, 50, 40).blur(), 1e-9);
        assertEquals(least, new Sheen(type, 0, 40).specular(), 1e-9);
        assertEquals(full, new Sheen(type, 100, 40).specular(), 1e-9);
        assertEquals(metal, new Sheen(type, 50, 40).isMetallic());
    }

    @Test
    void reflectance_moreGloss_isNeverLess() {
        for (int type = 0; type < 20; type++) {
            for (int gloss = 1; gloss <= 100; gloss++) {
                double before = new Sheen(type, gloss - 1, 40).reflectance();
                assertTrue(new Sheen(type, gloss, 40).reflectance() >= before, type + " at " + gloss);
            }
        }
    }

    @Test
    void unlessTyped_ownType_stays() {
        assertEquals(13, new Sheen(13, 1, 1).unlessTyped(6).type());
        assertEquals(6, new Sheen(0, 1, 1).unlessTyped(6).type());
    }
}
