package dev.vitrine.render.shade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.core.value.Color;
import dev.vitrine.render.scene.LightFinder;
import dev.vitrine.render.scene.Shading;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LightInversionTest {
    private static final List<Color> COLORS = List.of(
            new Color(178, 171, 160),
            new Color(200, 30, 30),
            new Color(20, 26, 64),
            new Color(240, 236, 228),
            Color.gray(128),
            new Color(12, 10, 9));
    private static final List<Shading> SHADINGS = List.of(
            Shading.STANDARD,
            new Shading(true, 0.1, "Z70c.110.128.90.120.20"),
            new Shading(false, 0.3, "H60I30J10K200L400"));

    /** Whatever the model can make of a color, in any light and by any shader, it makes again from the light that is found. */
    @Test
    void light_photographsOfTheModel_comeBackWithinALevel() {
        for (Shading shading : SHADINGS) {
            Shader shader = Shader.of(shading);
            for (Color color : COLORS) {
                LightFinder.Surface surface = new LightInversion().on(color, shading);
                for (int level = 0; level <= 255; level += 3) {
                    int photo = photograph(shader, color, level / 255.0);
                    double found = surface.light(LightFinder.brightness(photo));
                    int again = photograph(shader, color, found);
                    for (int shift = 0; shift <= 16; shift += 8) {
                        assertEquals(
                                photo >> shift & 255, again >> shift & 255, 1, shading + " " + color + " " + level);
                    }
                }
            }
        }
    }

    private static int photograph(Shader shader, Color color, double light) {
        double[] material = {color.red() / 255.0, color.green() / 255.0, color.blue() / 255.0};
        double[] shaded = shader.shade(material, new double[] {light, light, light}, LightContrast.NONE);
        return IntStream.range(0, 3).reduce(0, (rgb, c) -> rgb << 8 | (int) Math.round(shaded[c] * 255));
    }

    /** The formula that the table stands for. */
    @Test
    void light_neutralShader_equalsTheFormula() {
        Color color = new Color(178, 171, 160);
        double own = LightFinder.brightness(178 << 16 | 171 << 8 | 160);
        ShadingKernel kernel = ShadingKernel.neutral(Shading.STANDARD.highlightWhite());
        double gain =
                LightFinder.brightness(kernel.gain(178 / 255.0), kernel.gain(171 / 255.0), kernel.gain(160 / 255.0));
        LightFinder.Surface surface = new LightInversion().on(color, Shading.STANDARD);
        double neutral = ShadingKernel.NEUTRAL;
        for (double y = 0; y <= own + gain; y += 0.01) {
            double expected =
                    y <= own ? neutral * y / own : neutral + (1 - neutral) * Math.min(Math.max((y - own) / gain, 0), 1);
            assertEquals(expected, surface.light(y), 1e-4, "y " + y);
        }
        assertEquals(1, surface.light(1), 1e-9);
    }

    @Test
    void light_blackAndWhite_isNeutralWhereNothingTells() {
        LightInversion inversion = new LightInversion();
        assertEquals(
                ShadingKernel.NEUTRAL,
                inversion.on(Color.gray(0), Shading.STANDARD).light(0),
                1e-9);
        assertEquals(
                ShadingKernel.NEUTRAL,
                inversion.on(Color.gray(255), Shading.STANDARD).light(1),
                1e-9);
        assertTrue(inversion.on(Color.gray(255), Shading.STANDARD).light(0.5) < ShadingKernel.NEUTRAL);
    }
}
