package dev.vitrine.render.shade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The design's oracles for the kernel; numbers are levels of 255. */
class ShadingKernelTest {
    private static final ShadingKernel KERNEL = ShadingKernel.neutral(0.30);

    private static double shade(int material, int light) {
        return 255 * KERNEL.shade(material / 255.0, light / 255.0);
    }

    @Test
    void oracle01_neutralLight_isTheMaterial() {
        for (int m = 0; m <= 255; m++) {
            assertEquals(m, shade(m, 128), 1e-9);
        }
    }

    @Test
    void oracle02_neutralMaterial_isTheLightWhateverTheWhite() {
        for (double white : new double[] {0, 0.3, 1}) {
            for (int l = 0; l <= 255; l++) {
                assertEquals(l, 255 * ShadingKernel.neutral(white).shade(128 / 255.0, l / 255.0), 1e-9);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0,   '0 0 0 0 0 19 39 58 76'",
        "16,  '0 4 8 12 16 37 58 79 99'",
        "64,  '0 16 32 48 64 90 115 141 166'",
        "128, '0 32 64 96 128 160 192 224 255'",
        "192, '0 48 96 144 192 208 224 240 255'",
        "240, '0 60 120 180 240 244 248 251 255'",
        "255, '0 64 128 191 255 255 255 255 255'"
    })
    void oracle04_table_matchesTheDesign(int material, String expected) {
        int[] lights = {0, 32, 64, 96, 128, 160, 192, 224, 255};
        int[] values = numbers(expected);
        for (int i = 0; i < lights.length; i++) {
            assertEquals(values[i], shade(material, lights[i]), 1, "light " + lights[i]);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'200 30 30', 64, '100 15 15'",
        "'200 30 30', 160, '214 52 52'",
        "'200 30 30', 255, '255 118 118'",
        "'20 26 64', 192, '63 70 115'"
    })
    void oracle05_colors_matchTheDesign(String color, int light, String expected) {
        int[] shaded = IntStream.of(numbers(color))
                .map(m -> (int) Math.round(shade(m, light)))
                .toArray();
        int[] wanted = numbers(expected);
        for (int i = 0; i < 3; i++) {
            assertEquals(wanted[i], shaded[i], 1);
        }
    }

    @Test
    void oracle09_moreLightOrMoreMaterial_isNeverDarker() {
        for (ShadingKernel kernel : new ShadingKernel[] {KERNEL, new ShadingKernel(0.6, 1.4, 0.30, 0.10, 1)}) {
            for (int m = 0; m <= 255; m++) {
                for (int l = 0; l <= 255; l++) {
                    double here = kernel.shade(m / 255.0, l / 255.0);
                    assertTrue(here >= 0 && here <= 1 + 1e-12);
                    assertTrue(l == 255 || kernel.shade(m / 255.0, (l + 1) / 255.0) >= here - 1e-12);
                    assertTrue(m == 255 || kernel.shade((m + 1) / 255.0, l / 255.0) >= here - 1e-12);
                }
            }
        }
    }

    @Test
    void saturate_shadowOnly_movesAwayFromGray() {
        ShadingKernel kernel = new ShadingKernel(1, 1, 0.3, 0, 2);
        assertEquals(0.7, kernel.saturate(0.7, 0.5, ShadingKernel.NEUTRAL), 1e-12);
        assertEquals(0.9, kernel.saturate(0.7, 0.5, 0), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({"2, '5 26 68 188 230 250'", "4, '0 3 29 226 252 255'", "0.5, '70 94 112 144 162 186'"})
    void oracle07_contrast_matchesTheDesign(double strength, String expected) {
        int[] lights = {32, 64, 96, 160, 192, 224};
        LightContrast contrast = new LightContrast(strength);
        int[] out = IntStream.of(lights)
                .map(l -> (int) Math.round(255 * contrast.apply(l / 255.0)))
                .toArray();
        assertArrayEquals(numbers(expected), out);
        assertEquals(0, contrast.apply(0));
        assertEquals(1, contrast.apply(1));
        assertEquals(ShadingKernel.NEUTRAL, contrast.apply(ShadingKernel.NEUTRAL), 1e-12);
    }

    @Test
    void contrast_inverseStrength_undoesIt() {
        for (int l = 1; l < 255; l++) {
            double back = new LightContrast(0.4).apply(new LightContrast(2.5).apply(l / 255.0));
            assertEquals(l / 255.0, back, 1e-9);
        }
    }

    private static int[] numbers(String text) {
        return Arrays.stream(text.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
    }
}
