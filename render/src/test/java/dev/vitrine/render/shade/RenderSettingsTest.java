package dev.vitrine.render.shade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.render.resample.UnsharpMask;
import dev.vitrine.render.scene.Shading;
import dev.vitrine.render.texture.Sampling;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenderSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "H60I30J10K200L400U1V10W100X0, L, 400",
        "H60I30, I, 30",
        "H60H70, H, 70",
        "H500, H, 100",
        "h60, h, 60",
        "?H60, H, 60",
        "H60 , H, 60",
        "H99999999999, H, 100",
        "H-5, H, 50"
    })
    void number_ofALetter(String text, char letter, int expected) {
        int least = letter == 'h' ? 0 : letter == 'L' || letter == 'I' ? 0 : 50;
        int most = letter == 'L' ? 600 : 100;
        assertEquals(OptionalInt.of(expected), RenderSettings.read(text.strip()).number(letter, least, most));
    }

    @ParameterizedTest
    @CsvSource({"H60, I", "HI30, H", "H.., H", "'', H", "%%%, H", "6060, H"})
    void number_notGiven_isAbsent(String text, char letter) {
        assertEquals(OptionalInt.empty(), RenderSettings.read(text).number(letter, 0, 100));
    }

    @Test
    void list_emptyElements_areDefaults() {
        assertEquals(
                List.of(
                        OptionalInt.empty(),
                        OptionalInt.of(188),
                        OptionalInt.of(88),
                        OptionalInt.of(75),
                        OptionalInt.of(-37)),
                RenderSettings.read("Z50b.188.88.75.-37K1").list('b').orElseThrow());
    }

    @Test
    void of_letterByLetter_theStrongestWins() {
        RenderSettings all = RenderSettings.of(List.of("H70", "H80I40", "I50J20"), new Shading(true, 0.3, "J5K300"));
        assertEquals(OptionalInt.of(70), all.number('H', 0, 100));
        assertEquals(OptionalInt.of(40), all.number('I', 0, 100));
        assertEquals(OptionalInt.of(20), all.number('J', 0, 100));
        assertEquals(OptionalInt.of(300), all.number('K', 0, 400));
    }

    @ParameterizedTest
    @CsvSource({"'H60u8.1.2.3.4.5.6.7.8.s8.1.2.3.4.5.6.7.8.', su", "w5g3, gw", "t1v1, tv", "'Q5R3S5T9U1V1W1G0', ''"})
    void unexplained_lettersOnly(String text, String expected) {
        assertEquals(expected, RenderSettings.read(text).unexplained());
    }

    @Test
    void read_anyText_makesAShader() {
        Random random = new Random(3);
        String letters = "AHIJKLFGZabcdeUVWXkus0123456789..-% \u00e9";
        for (int round = 0; round < 5000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            RenderSettings settings = RenderSettings.read(text.toString());
            Shader shader = Shader.of(settings, Shading.STANDARD);
            double i = random.nextDouble();
            double[] out = shader.shade(new double[] {i, i / 2, 0}, new double[] {i, 0, 1}, LightContrast.NONE);
            assertTrue(Double.isFinite(out[0] + out[1] + out[2]), text.toString());
            Detail.of(3, settings);
        }
    }

    @Test
    void sharpness_readsItsLetters() {
        Detail both = Detail.of(3, RenderSettings.read("U2V20W50X2"));
        assertEquals(Optional.of(new UnsharpMask(2, 0.5, 2, false)), both.early());
        assertEquals(both.early(), both.late());
        assertEquals(
                new Detail(Sampling.USUAL, Optional.empty(), Optional.of(new UnsharpMask(1, 1, 0, true))),
                Detail.of(1, RenderSettings.NONE));
        assertTrue(Detail.of(2, RenderSettings.NONE).late().isEmpty());
        assertEquals(Detail.NONE, Detail.of(0, RenderSettings.read("U2")));
        assertEquals(Detail.NONE, Detail.of(3, RenderSettings.read("U0")));
    }
}
