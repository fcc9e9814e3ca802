package dev.vitrine.render.shade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vitrine.core.value.Color;
import dev.vitrine.render.pixel.LightMap;
import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.scene.Shading;
import dev.vitrine.render.texture.SampleRow;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table draws what the plain model says. */
class ShadingTableTest {
    /** One color is kept in whole numbers where textures are shaded in them. */
    private static final double WHOLE = 0.1;

    private static final int WIDTH = 64;

    private static LightMap light(long seed, int channels, boolean bytes) {
        Random random = new Random(seed);
        short[] values = new short[WIDTH * channels];
        for (int i = 0; i < values.length; i++) {
            values[i] = (short) (bytes ? random.nextInt(256) * 257 : random.nextInt(65536));
        }
        return new LightMap(new Region(0, 0, WIDTH, 1), channels, values, 0);
    }

    private static void compare(Shader shader, double contrast, boolean bytes, double tolerance) {
        ShadingTable table = new ShadingTable(shader, new LightContrast(contrast));
        Random random = new Random(11);
        for (int round = 0; round < 60; round++) {
            LightMap map = light(round, round % 2 == 0 ? 1 : 3, bytes);
            LightRow lights = new LightRow(map, WIDTH);
            lights.read(0, 0, WIDTH);
            SampleRow row = new SampleRow(WIDTH);
            SampleRow solid = new SampleRow(WIDTH);
            Color color = new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256));
            SolidTable.of(table, color).read(lights, WIDTH, solid);
            double[][] materials = new double[WIDTH][];
            for (int i = 0; i < WIDTH; i++) {
                row.red[i] = random.nextFloat() * 255;
                row.green[i] = random.nextFloat() * (i % 8 == 0 ? 1 : 255);
                row.blue[i] = i % 16 == 0 ? 0 : random.nextFloat() * 255;
                materials[i] = new double[] {row.red[i] / 255.0, row.green[i] / 255.0, row.blue[i] / 255.0};
            }
            table.shade(row, WIDTH, lights);
            for (int i = 0; i < WIDTH; i++) {
                double[] l = {map.at(i, 0, 0) / 65535.0, map.at(i, 0, 1) / 65535.0, map.at(i, 0, 2) / 65535.0};
                double[] wanted = shader.shade(materials[i], l, new LightContrast(contrast));
                assertEquals(255 * wanted[0], row.red[i], tolerance);
                assertEquals(255 * wanted[1], row.green[i], tolerance);
                assertEquals(255 * wanted[2], row.blue[i], tolerance);
                double[] c = {color.red() / 255.0, color.green() / 255.0, color.blue() / 255.0};
                double[] plain = shader.shade(c, l, new LightContrast(contrast));
                assertEquals(255 * plain[0], solid.red[i], Math.max(tolerance, WHOLE));
                assertEquals(255 * plain[1], solid.green[i], Math.max(tolerance, WHOLE));
                assertEquals(255 * plain[2], solid.blue[i], Math.max(tolerance, WHOLE));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "A1, 1, 1e-3",
        "A1, 2.5, 1e-3",
        "Z70, 0.6, 1e-3",
        "k20.240.60.80.30.200.180, 1, 1e-3",
        "A0, 1, 0.05",
        "A0H50I60J40K350F80, 1, 0.05",
        "a20.240.100.140.0b60.190.128.100.0e0.200.128.30.0, 1, 0.05",
        "c60.200.90.128.0d200.90.100.60.0, 1, 0.5"
    })
    void shade_lightOf8Bits_equalsTheModel(String settings, double contrast, double tolerance) {
        compare(Shader.of(RenderSettings.read(settings), Shading.STANDARD), contrast, true, tolerance);
    }

    @Test
    void shade_lightOf16Bits_isWithinAnEighthOfALevel() {
        compare(Shader.of(Shading.STANDARD), 1, false, 0.125);
    }

    @Test
    void shade_neutralSettings_areTheKernel() {
        ShadingKernel kernel = ShadingKernel.neutral(0.3);
        ShadingTable table = new ShadingTable(Shader.of(Shading.STANDARD), LightContrast.NONE);
        short[] all = new short[256];
        for (int l = 0; l < 256; l++) {
            all[l] = (short) (l * 257);
        }
        LightRow lights = new LightRow(new LightMap(new Region(0, 0, 256, 1), 1, all, 0), 256);
        lights.read(0, 0, 256);
        SampleRow row = new SampleRow(256);
        for (int m = 0; m <= 255; m++) {
            SolidTable.of(table, Color.gray(m)).read(lights, 256, row);
            for (int l = 0; l < 256; l++) {
                assertEquals(255 * kernel.shade(m / 255.0, l / 255.0), row.green[l], WHOLE);
            }
        }
    }

    @Test
    void step_ofAnyLight_isTheNearest() {
        double step = 65535.0 / LightMap.STEPS;
        for (int light = 0; light <= 65535; light++) {
            assertEquals(light, LightMap.step(light) * step, step / 2 + 1e-6);
        }
    }
}
