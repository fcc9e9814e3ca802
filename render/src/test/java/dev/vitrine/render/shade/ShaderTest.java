package dev.vitrine.render.shade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.render.scene.Shading;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The design's oracles 6 to 10 for the plain model, in levels of 255. */
class ShaderTest {
    private static Shader shader(String settings) {
        return Shader.of(RenderSettings.read(settings), Shading.STANDARD);
    }

    private static double[] shade(Shader shader, double contrast, int light, int... material) {
        double[] m = Arrays.stream(material).mapToDouble(c -> c / 255.0).toArray();
        double[] l = new double[3];
        Arrays.fill(l, light / 255.0);
        return Arrays.stream(shader.shade(m, l, new LightContrast(contrast)))
                .map(c -> 255 * c)
                .toArray();
    }

    private static double[] shade(String settings, int light, int... material) {
        return shade(shader(settings), 1, light, material);
    }

    private static double saturation(double[] c) {
        return Arrays.stream(c).max().orElseThrow() - Arrays.stream(c).min().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "A0, 255 255 255, 32 64 128 160 192 255, 102 155 235 240 245 255",
        "A0H60I30J10K200, 255 255 255, 32 64 128 160 192 255, 102 155 235 240 245 255",
        "A0F100G0, 255 255 255, 32 64 128, 111 168 255",
        "A0F100G0, 255 255 255, 160 192 255, 255 255 255",
        "A0, 0 0 0, 255, 69"
    })
    void oracle06_classicDefaults(String settings, String material, String lights, String expected) {
        int[] wanted = numbers(expected);
        int[] light = numbers(lights);
        for (int i = 0; i < light.length; i++) {
            assertEquals(wanted[i], shade(settings, light[i], numbers(material))[0], 1, "light " + light[i]);
        }
    }

    @Test
    void oracle06_classicColor() {
        double[] out = shade("A0", 64, 240, 236, 228);
        assertEquals(145, out[0], 1);
        assertEquals(143, out[1], 1);
        assertEquals(138, out[2], 1);
    }

    @Test
    void oracle08_contrastOfGloss() {
        Shader shader = shader("A1L400");
        double[] glosses = {20, 60, 100, 0};
        double[] strengths = {1, 2, 4, 0.5};
        for (int i = 0; i < glosses.length; i++) {
            double strain =
                    LightChoice.of(LightChoiceTest.ONE, -1, glosses[i], true).strain();
            assertEquals(strengths[i], shader.contrast(strain, 0), 1e-12, "gloss " + glosses[i]);
            assertEquals(strengths[i], shader("A0L400").contrast(strain, 0), 1e-12);
            assertEquals(1, shader("L100").contrast(strain, 0));
        }
    }

    @Test
    void contrast_classicTypes_followTheGlossMoreOrLess() {
        double carpet = shader("A0").contrast(1, 19);
        double stone = shader("A0").contrast(1, 14);
        assertTrue(carpet > 1 && carpet < 1.2 && stone > 3, carpet + " " + stone);
        assertEquals(shader("A1").contrast(1, 14), shader("A1").contrast(1, 19));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A0", "A0F100G0", "A0H50I100J50", "Z80", "A0K200L600"})
    void oracle09_moreLightOrMoreMaterial_isNeverDarker(String settings) {
        Shader shader = shader(settings);
        for (int m = 0; m <= 255; m += 3) {
            double[] last = {0, 0, 0};
            for (int l = 0; l <= 255; l += 3) {
                double[] here = shade(shader, 1, l, m, 255 - m, 90);
                double[] more = shade(shader, 1, l, Math.min(255, m + 1), 255 - m, 90);
                for (int c = 0; c < 3; c++) {
                    assertTrue(here[c] >= last[c] - 1e-9 && here[c] <= 255 + 1e-9, "m " + m + " l " + l);
                }
                assertTrue(more[0] >= here[0] - 1e-9, "m " + m + " l " + l);
                last = here;
            }
        }
    }

    @Test
    void oracle10_shadowsForBrightMaterials() {
        assertTrue(shade("A0H90", 64, 255, 255, 255)[0] < shade("A0H60", 64, 255, 255, 255)[0] - 5);
        assertEquals(shade("A0H60", 64, 127, 127, 127)[0], shade("A0H90", 64, 127, 127, 127)[0], 1e-9);
    }

    @Test
    void oracle10_highlights() {
        assertTrue(shade("A0I60", 220, 0, 0, 0)[0] > shade("A0I30", 220, 0, 0, 0)[0] + 5);
    }

    @Test
    void oracle10_saturation() {
        assertTrue(saturation(shade("A0J50", 220, 120, 60, 20)) > saturation(shade("A0J0", 220, 120, 60, 20)));
        assertTrue(saturation(shade("A0K300", 50, 120, 60, 20)) > saturation(shade("A0K200", 50, 120, 60, 20)));
        assertTrue(saturation(shade("A0K0", 50, 120, 60, 20)) < saturation(shade("A0K200", 50, 120, 60, 20)));
    }

    @Test
    void oracle10_basicContrast_spreadsTheLight() {
        double soft = 0;
        double hard = 0;
        for (int l = 64; l <= 192; l += 4) {
            soft += Math.pow(shade("Z30", l, 128, 128, 128)[0] - 128, 2);
            hard += Math.pow(shade("Z70", l, 128, 128, 128)[0] - 128, 2);
        }
        assertTrue(hard > 1.5 * soft, hard + " " + soft);
    }

    @Test
    void oracle10_withoutCompensation_isNeverDarker() {
        for (int m = 0; m <= 255; m += 5) {
            for (int l = 0; l <= 255; l += 5) {
                assertTrue(shade("A0F100G0", l, m, m, m)[0] >= shade("A0", l, m, m, m)[0] - 1e-9);
            }
        }
    }

    @Test
    void curves_alternate_doWhatTheirLetterSays() {
        assertEquals(40, shade("a40.255.128.128.0", 128, 0, 0, 0)[2], 0.1);
        assertEquals(0, saturation(shade("b0.0.128.0.0", 128, 200, 30, 90)), 1e-9);
        assertTrue(shade("c255.255.128.255.0", 64, 90, 90, 90)[0] < shade("", 64, 90, 90, 90)[0]);
        assertTrue(shade("d255.255.128.255.0", 160, 90, 90, 90)[0] > shade("", 160, 90, 90, 90)[0]);
        assertEquals(255, shade("e255.255.128.255.0", 255, 90, 90, 90)[0], 1e-9);
        assertEquals(shade("", 128, 90, 90, 90)[0], shade("k0.255.64.128.0.192.192", 64, 90, 90, 90)[0], 1e-9);
    }

    /** For each letter two values, the second greater, a material, a light, and what there is more of: {@code -} for less. */
    @ParameterizedTest
    @CsvSource({
        "A0H60, A0H90, 255 255 255, 64, -brightness",
        "A0I30, A0I60, 0 0 0, 220, brightness",
        "A0J0, A0J50, 120 60 20, 220, saturation",
        "A0K100, A0K300, 120 60 20, 50, saturation",
        "A0F80, A0F100, 255 255 255, 128, brightness",
        "Z40, Z70, 128 128 128, 180, brightness",
        "Z40, Z70, 128 128 128, 80, -brightness",
        "a0.255.128.100.0, a0.255.128.160.0, 120 120 120, 128, brightness",
        "a0.200.128.128.0, a0.255.128.128.0, 240 240 240, 128, brightness",
        "b100.100.128.100.0, b180.180.128.180.0, 120 60 20, 128, saturation",
        "c90.90.128.90.0, c200.200.128.200.0, 120 120 120, 64, -brightness",
        "d90.90.128.90.0, d200.200.128.200.0, 120 120 120, 170, brightness",
        "e0.0.128.40.0, e0.0.128.200.0, 128 128 128, 240, brightness",
        "e0.0.128.200.-50, e0.0.128.200.50, 60 60 60, 240, brightness",
        "k0.255.64.40.0.192.170, k0.255.64.90.0.192.220, 120 120 120, 64, brightness",
        "k0.255.64.40.0.192.170, k0.255.64.90.0.192.220, 120 120 120, 192, brightness"
    })
    void oracle10_moreOfALetter_showsAsItsNameSays(
            String less, String more, String material, int light, String measure) {
        double before = measured(measure, shade(less, light, numbers(material)));
        double after = measured(measure, shade(more, light, numbers(material)));
        assertTrue(measure.startsWith("-") ? after < before - 2 : after > before + 2, before + " to " + after);
    }

    private static double measured(String measure, double[] color) {
        return measure.endsWith("saturation")
                ? saturation(color)
                : Arrays.stream(color).average().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A1",
                "Z50",
                "a0.255.128.128.0",
                "b128.128.128.128.0",
                "c128.128.128.128.0",
                "d128.128.128.128.0",
                "e0.0.128.0.0",
                "k0.255.85.85.0.170.170",
                "k0.255.64.64.0.200.200",
                "a....",
                "k......",
                "G0",
                "G100",
                "H90I80J50K0F70",
                "u8.1.2.3.4.5.6.7.8.s8.1.2.3.4.5.6.7.8.v8.1.2.3.4.5.6.7.8.t8.1.2.3.4.5.6.7.8.w9g9"
            })
    void of_neutralOrForeignLetters_isTheStandardShader(String settings) {
        assertEquals(Shader.of(Shading.STANDARD), shader(settings));
        assertEquals("", shader(settings).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"A0G0", "A0H60I30J10K200L400", "A0Z90a40.255b90.90c20d20e90k9"})
    void of_neutralOrForeignLetters_isTheClassicShader(String settings) {
        assertEquals(shader("A0"), shader(settings));
    }

    @Test
    void oracle10_moreExtrapolation_isMoreContrastOfGloss() {
        for (String family : List.of("A0", "A1")) {
            double last = 0;
            for (int l = 100; l <= 600; l += 100) {
                double contrast = shader(family + "L" + l).contrast(0.8, 0);
                assertTrue(contrast > last, family + " " + l);
                last = contrast;
            }
        }
    }

    @Test
    void of_emptyOrUnknownSettings_isTheScenesOwn() {
        assertEquals(Shader.of(Shading.STANDARD), shader("u8.1.2w5a....b.c"));
        assertEquals("", shader("").text());
        Shading classic = new Shading(false, 0.5, "H70");
        assertEquals(0.7, ((ClassicShader) Shader.of(classic)).shadows());
        assertEquals(0.5, Shader.of(classic).white());
        assertTrue(Shader.of(RenderSettings.of(List.of("A1"), classic), classic) instanceof AlternateShader);
    }

    private static int[] numbers(String text) {
        return Arrays.stream(text.trim().split(" ", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
