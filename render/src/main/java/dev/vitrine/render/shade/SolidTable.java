package dev.vitrine.render.shade;

import dev.vitrine.core.value.Color;
import dev.vitrine.render.texture.SampleRow;

/** One color under every light of a {@link ShadingTable}. */
public final class SolidTable {
    private final Exposure exposure;
    private final float[] own;
    private final float[] gain;
    private final float brightness;
    private final ShadingTable.Afterwards afterwards;

    /**
     * A color that the shader has adjusted.
     *
     * @param own its components, 0 to 255
     * @param gain what full highlight light adds to each
     * @param brightness before the adjustment
     */
    SolidTable(Exposure exposure, float[] own, float[] gain, float brightness, ShadingTable.Afterwards afterwards) {
        this.exposure = exposure;
        this.own = own;
        this.gain = gain;
        this.brightness = brightness;
        this.afterwards = afterwards;
    }

    public static SolidTable of(ShadingTable table, Color color) {
        return table.solid(new double[] {color.red() / 255.0, color.green() / 255.0, color.blue() / 255.0});
    }

    /** Writes the color under each of these lights, opaque; components 0 to 255, not rounded. */
    public void read(LightRow lights, int count, SampleRow out) {
        for (int i = 0; i < count; i++) {
            out.red[i] = lit(0, lights.red(i));
            out.green[i] = lit(1, lights.green(i));
            out.blue[i] = lit(2, lights.blue(i));
            out.alpha[i] = 255;
        }
        for (int i = 0; afterwards.changes && i < count; i++) {
            afterwards.apply(out, i, brightness, lights);
        }
    }

    private float lit(int c, int light) {
        return own[c] * exposure.shadow[light] + exposure.highlight[light] * gain[c];
    }
}
