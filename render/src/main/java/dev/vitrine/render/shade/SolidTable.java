package dev.vitrine.render.shade;

import dev.vitrine.core.value.Color;
import dev.vitrine.render.texture.SampleRow;
import java.util.Arrays;
import java.util.Optional;

/** One color under every light of a {@link ShadingTable}. Not safe for many threads. */
public final class SolidTable {
    private final float[] red;
    private final float[] green;
    private final float[] blue;
    private final float brightness;
    private final ShadingTable.Afterwards afterwards;
    private int[] packed = {};

    /**
     * A color that the shader has adjusted.
     *
     * @param own its components, 0 to 255
     * @param gain what full highlight light adds to each
     * @param brightness before the adjustment
     * @param whole how textures are shaded, if that is in whole numbers: so textures of one color are the same
     */
    SolidTable(
            Exposure exposure,
            float[] own,
            float[] gain,
            float brightness,
            ShadingTable.Afterwards afterwards,
            Optional<WholeShading> whole) {
        this.red = whole.map(w -> w.lit(own[0])).orElseGet(() -> lit(exposure, own[0], gain[0]));
        this.green = whole.map(w -> w.lit(own[1])).orElseGet(() -> lit(exposure, own[1], gain[1]));
        this.blue = whole.map(w -> w.lit(own[2])).orElseGet(() -> lit(exposure, own[2], gain[2]));
        this.brightness = brightness;
        this.afterwards = afterwards;
    }

    public static SolidTable of(ShadingTable table, Color color) {
        return table.solid(new double[] {color.red() / 255.0, color.green() / 255.0, color.blue() / 255.0});
    }

    private static float[] lit(Exposure exposure, float own, float gain) {
        float[] out = new float[exposure.shadow.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = own * exposure.shadow[i] + exposure.highlight[i] * gain;
        }
        return out;
    }

    /** Writes the color under each of these lights, opaque; components 0 to 255, not rounded. */
    public void read(LightRow lights, int count, SampleRow out) {
        for (int i = 0; i < count; i++) {
            out.red[i] = red[lights.red(i)];
            out.green[i] = green[lights.green(i)];
            out.blue[i] = blue[lights.blue(i)];
        }
        Arrays.fill(out.alpha, 0, count, 255);
        for (int i = 0; afterwards.changes && i < count; i++) {
            afterwards.apply(out, i, brightness, lights);
        }
    }

    /** Whether {@link #fill} may be used: the light is gray, and the color under it depends on nothing else. */
    public boolean fillsUnder(LightRow lights) {
        return lights.isGray() && !afterwards.changes;
    }

    /** Writes the color under each of these lights, rounded, into packed pixels from {@code at} on; their alpha stays. */
    public void fill(LightRow lights, int count, int[] argb, int at) {
        if (packed.length == 0) {
            packed = new int[red.length];
            Arrays.setAll(packed, i -> rounded(red[i]) << 16 | rounded(green[i]) << 8 | rounded(blue[i]));
        }
        short[] light = lights.indices();
        int first = lights.first();
        for (int i = 0; i < count; i++) {
            argb[at + i] = (argb[at + i] & 0xff000000) | packed[light[first + i]];
        }
    }

    private static int rounded(float component) {
        return Math.min(Math.max((int) (component + 0.5f), 0), 255);
    }
}
