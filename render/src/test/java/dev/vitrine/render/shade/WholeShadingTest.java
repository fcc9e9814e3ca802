package dev.vitrine.render.shade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.render.pixel.LightMap;
import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.scene.Shading;
import dev.vitrine.render.texture.FixedRow;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shading in whole numbers against the model. */
class WholeShadingTest {
    private static final int LIGHTS = 256;

    /** Every light of 8 bits. */
    private static LightRow lights() {
        short[] all = new short[LIGHTS];
        for (int l = 0; l < LIGHTS; l++) {
            all[l] = (short) (l * 257);
        }
        LightRow out = new LightRow(new LightMap(new Region(0, 0, LIGHTS, 1), 1, all, 0), LIGHTS);
        out.read(0, 0, LIGHTS);
        return out;
    }

    private static FixedRow shaded(ShadingTable table, int red, int green, int blue) {
        FixedRow row = new FixedRow(LIGHTS);
        Arrays.fill(row.red, red);
        Arrays.fill(row.green, green);
        Arrays.fill(row.blue, blue);
        table.whole().orElseThrow().shade(row, LIGHTS, lights());
        return row;
    }

    private static double model(Shader shader, int fixed, int light, double contrast) {
        double m = (double) fixed / FixedRow.FULL;
        double l = light / 255.0;
        return 255 * shader.shade(new double[] {m, m, m}, new double[] {l, l, l}, new LightContrast(contrast))[0];
    }

    @ParameterizedTest
    @CsvSource({"A1, 1", "A1, 2.5", "Z70, 0.6", "k20.240.60.80.30.200.180, 1"})
    void shade_isTheModel(String settings, double contrast) {
        Shader shader = Shader.of(RenderSettings.read(settings), Shading.STANDARD);
        ShadingTable table = new ShadingTable(shader, new LightContrast(contrast));
        for (int m = 0; m <= FixedRow.FULL - 6; m += 3) {
            FixedRow row = shaded(table, m, m + 1, m + 6);
            for (int l = 0; l < LIGHTS; l++) {
                assertEquals(model(shader, m, l, contrast), row.red[l] / (double) FixedRow.UNIT, 0.1);
                assertEquals(model(shader, m + 1, l, contrast), row.green[l] / (double) FixedRow.UNIT, 0.1);
                assertEquals(model(shader, m + 6, l, contrast), row.blue[l] / (double) FixedRow.UNIT, 0.1);
            }
        }
    }

    @Test
    void shade_neutralLight_isTheMaterial_neutralMaterial_isTheLight() {
        ShadingTable table = new ShadingTable(Shader.of(Shading.STANDARD), LightContrast.NONE);
        for (int m = 0; m <= FixedRow.FULL; m++) {
            assertEquals(m, shaded(table, m, 0, 0).red[128]);
        }
        FixedRow gray = shaded(table, 0, 128 * FixedRow.UNIT, 0);
        for (int l = 0; l < LIGHTS; l++) {
            assertEquals(l * FixedRow.UNIT, gray.green[l], 1, "light " + l);
        }
    }

    @Test
    void shade_neverLeavesTheRange_andRisesWithLight() {
        ShadingTable table = new ShadingTable(Shader.of(Shading.STANDARD), LightContrast.NONE);
        for (int m = 0; m <= FixedRow.FULL; m += 5) {
            int[] lit = shaded(table, m, 0, FixedRow.FULL).red;
            assertTrue(lit[0] >= 0 && lit[LIGHTS - 1] <= FixedRow.FULL);
            for (int l = 1; l < LIGHTS; l++) {
                assertTrue(lit[l] >= lit[l - 1], m + " under " + l);
            }
        }
    }

    @Test
    void whole_isNothing_forShadersWithMoreToDo() {
        for (String settings : new String[] {"A0", "a20.240.100.140.0", "b60.190.128.100.0", "c60.200.90.128.0"}) {
            Shader shader = Shader.of(RenderSettings.read(settings), Shading.STANDARD);
            assertTrue(new ShadingTable(shader, LightContrast.NONE).whole().isEmpty(), settings);
        }
    }
}
