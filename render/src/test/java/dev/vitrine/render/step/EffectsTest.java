package dev.vitrine.render.step;

import static dev.vitrine.render.Ask.ask;
import static dev.vitrine.render.Ask.look;
import static dev.vitrine.render.Ask.looking;
import static dev.vitrine.render.Ask.solid;
import static dev.vitrine.render.Ask.tiles;
import static dev.vitrine.render.MemoryScene.object;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.catalog.resolve.Look;
import dev.vitrine.core.value.Color;
import dev.vitrine.render.MemoryScene;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.scene.Shading;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Render settings, gloss and sharpening in whole renders. */
class EffectsTest {
    private static final Color ORIGINAL = new Color(178, 171, 160);

    private static MemoryScene photo() {
        Random random = new Random(7);
        int[] noise = random.ints(96 * 64, 0, 1 << 24).toArray();
        return new MemoryScene(96, 64, (x, y) -> 0xff000000 | noise[96 * (int) y + (int) x])
                .light(20, (x, y) -> 0.2 + 0.6 * x / 96)
                .light(70, (x, y) -> 0.3 + 0.6 * y / 64)
                .field("seat", (x, y) -> Math.min(1, Math.max(0, (x - 10) / 20)))
                .surface((x, y) -> x / 10, (x, y) -> y / 10)
                .add(object("seat").original(ORIGINAL, true).build());
    }

    private static PixelBuffer render(MemoryScene scene, Color color, Look look) {
        return ask().obj("seat", solid(color, look)).render(scene);
    }

    private static double spread(PixelBuffer out) {
        double sum = 0;
        for (int x = 40; x < 96; x++) {
            double off = (out.at(x, 30) & 255) - 128;
            sum += off * off;
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A0", "A0H80I50J30K300F80", "Z70a20.240", "k20.230.90.60b60.180"})
    void oracle03_inAnyScenesSettings_givesBackThePhotograph(String settings) {
        MemoryScene scene = photo().shading(new Shading(true, 0.4, settings));
        int[] view = scene.rasters(0).view().argb();
        PixelBuffer out = ask().obj("seat", solid(178, 171, 160)).render(scene);
        assertArrayEquals(view, out.argb());
    }

    @Test
    void settings_ofTheRequest_leaveTheModelOfThePhotographAlone() {
        Color gray = Color.gray(128);
        PixelBuffer usual = render(photo(), gray, look(-1, -1, 0, ""));
        PixelBuffer hard = render(photo(), gray, look(-1, -1, 0, "Z100"));
        assertTrue(spread(hard) > 1.5 * spread(usual), spread(usual) + " " + spread(hard));
        assertEquals(usual.at(5, 5), hard.at(5, 5));
    }

    @Test
    void settings_ofTheScene_countWhereTheRequestSaysNothing() {
        MemoryScene classic = photo().shading(new Shading(false, 0.3, ""));
        PixelBuffer byScene = render(classic, Color.gray(255), look());
        PixelBuffer byRequest = render(classic, Color.gray(255), look(-1, -1, 0, "A1"));
        assertTrue((byScene.at(80, 10) & 255) < (byRequest.at(80, 10) & 255));
    }

    @Test
    void oracle08_reference_equalsTheDefaultAndNoEffects() {
        Color gray = Color.gray(140);
        int[] plain = render(photo(), gray, look()).argb();
        assertArrayEquals(
                plain, render(photo().glossEffects(), gray, look(-1, 20, 0, "")).argb());
        assertArrayEquals(
                plain, render(photo().glossEffects(), gray, look(-1, -1, 0, "")).argb());
        assertArrayEquals(plain, render(photo(), gray, look(0, 100, 0, "")).argb());
    }

    @Test
    void gloss_aboveTheReference_hardensTheLight() {
        Color gray = Color.gray(128);
        PixelBuffer low = render(photo().glossEffects(), gray, look(0, 0, 0, ""));
        PixelBuffer high = render(photo().glossEffects(), gray, look(0, 100, 0, ""));
        assertTrue(spread(high) > 3 * spread(low), spread(low) + " " + spread(high));
        PixelBuffer without = render(photo().glossEffects(), gray, look(0, 100, 0, "L100"));
        assertArrayEquals(render(photo(), gray, look()).argb(), without.argb());
    }

    @Test
    void gloss_betweenReferences_mixesTheMaps() {
        MemoryScene scene = photo().glossEffects();
        PixelBuffer out = render(scene, Color.gray(128), look(-1, 45, 0, ""));
        double light = (0.2 + 0.6 * 60.5 / 96 + 0.3 + 0.6 * 20.5 / 64) / 2;
        assertEquals(255 * light, out.at(60, 20) & 255, 0.6);
    }

    @Test
    void sharp_texture_isCrisperAndKeepsItsMean() {
        PixelBuffer cloth = PixelBuffer.blank(20, 20);
        for (int i = 0; i < 400; i++) {
            cloth.argb()[i] = i % 20 / 5 % 2 == 0 ? 0xff606060 : 0xffa0a0a0;
        }
        double[] spreads = new double[4];
        for (int mode = 0; mode < 4; mode++) {
            MemoryScene scene = MemoryScene.gray(96, 64, 90)
                    .neutralLight()
                    .field("seat", (x, y) -> 1)
                    .surface((x, y) -> x / 10, (x, y) -> y / 10)
                    .add(object("seat").build());
            PixelBuffer out = ask().texture("cloth", cloth)
                    .obj("seat", looking(tiles("cloth", 10), look(-1, -1, mode, "U2V10W100X0")))
                    .render(scene);
            double mean = 0;
            for (int x = 20; x < 80; x++) {
                mean += (out.at(x, 30) & 255) / 60.0;
            }
            assertEquals(128, mean, 1.5, "mode " + mode);
            spreads[mode] = spread(out);
        }
        assertTrue(spreads[1] > 1.1 * spreads[0] && spreads[2] > 1.1 * spreads[0], spreads[1] + " " + spreads[2]);
        assertTrue(spreads[3] > spreads[1] && spreads[3] > spreads[2], "both " + spreads[3]);
    }

    /** A cloth of two colors on a flat surface, 10 pixels a stripe, sharpened late unless it says otherwise. */
    private static PixelBuffer striped(String settings, int sharpening) {
        return striped(settings, sharpening, 10);
    }

    private static PixelBuffer striped(String settings, int sharpening, double resolution) {
        PixelBuffer cloth = PixelBuffer.blank(40, 40);
        for (int i = 0; i < 1600; i++) {
            cloth.argb()[i] = i % 40 / 10 % 2 == 0 ? 0xff505a64 : 0xffa08c78;
        }
        MemoryScene scene = MemoryScene.gray(96, 64, 90)
                .neutralLight()
                .field("seat", (x, y) -> 1)
                .surface((x, y) -> x / 10, (x, y) -> y / 10)
                .add(object("seat").build());
        return ask().texture("cloth", cloth)
                .obj("seat", looking(tiles("cloth", resolution), look(-1, -1, sharpening, settings)))
                .render(scene);
    }

    /** By how much settings change red at most, in this many pixels' distance from an edge. */
    private static int change(String settings, int distance) {
        int plain = striped("", 0).at(40 + distance, 30) >> 16 & 255;
        return Math.abs((striped(settings, 1).at(40 + distance, 30) >> 16 & 255) - plain);
    }

    @Test
    void sharpening_eachLetter_doesWhatItsNameSays() {
        assertArrayEquals(striped("", 0).argb(), striped("U0V30W500", 3).argb());
        assertArrayEquals(striped("", 1).argb(), striped("U1V10W100X0", 1).argb());
        assertTrue(change("U2W300", 0) > 2 * change("U2W50", 0) && change("U2W50", 0) > 0, "W: amount");
        assertTrue(change("U2V30W100", 3) > change("U2V8W100", 3), "V: radius");
        assertTrue(change("U2W100X60", 0) == 0 && change("U2W100X5", 0) > 0, "X: threshold");
        int one = striped("U1W200", 1).at(40, 30);
        int all = striped("U2W200", 1).at(40, 30);
        int plain = striped("", 0).at(40, 30);
        assertEquals(redToBlue(plain), redToBlue(one), 1, "U1: brightness only");
        assertTrue(Math.abs(redToBlue(plain) - redToBlue(all)) > 4, "U2: all components");
    }

    private static int redToBlue(int argb) {
        return (argb >> 16 & 255) - (argb & 255);
    }

    @Test
    void samplersLetters_neutralChangeNothing_othersDo() {
        int[] usual = striped("", 0, 13).argb();
        assertArrayEquals(usual, striped("Q4R0S20T200M8N10P4Y0", 0, 13).argb());
        assertFalse(Arrays.equals(usual, striped("R1", 0, 13).argb()));
        assertFalse(Arrays.equals(usual, striped("R3T200", 0, 13).argb()));
    }

    @Test
    void plan_ofSampling_andOfLettersNobodyKnows() {
        String text = ask().obj("seat", looking(tiles("cloth", 10), look(-1, -1, 0, "Q5R3w9u8.1")))
                .plan(photo())
                .text();
        assertTrue(text.contains(" resized lanczos sampled at 5 points"), text);
        assertTrue(text.contains("warning 'rs' has no effect here: what the letters uw do is not known"), text);
    }

    @Test
    void plan_ofEffects_saysThem() {
        String text = ask().obj("seat", looking(tiles("cloth", 10), look(-1, 45, 1, "A0")))
                .plan(photo().glossEffects())
                .text();
        assertTrue(
                text.contains("sharpened by 100% radius 1.0 light 0 to 1 by 0.5 classic shader H60I30J10K200F92"),
                text);
    }
}
