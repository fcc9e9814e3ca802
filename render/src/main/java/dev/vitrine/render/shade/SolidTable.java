package dev.vitrine.render.shade;

import dev.vitrine.core.value.Color;

/** One color under every light of a {@link ShadingTable}: components 0 to 255, not rounded. */
public final class SolidTable {
    private final float[] red;
    private final float[] green;
    private final float[] blue;

    public SolidTable(ShadingTable table, Color color) {
        this.red = component(table, color.red());
        this.green = component(table, color.green());
        this.blue = component(table, color.blue());
    }

    public float red(int light) {
        return red[light];
    }

    public float green(int light) {
        return green[light];
    }

    public float blue(int light) {
        return blue[light];
    }

    private static float[] component(ShadingTable table, int material) {
        float[] out = new float[ShadingTable.STEPS + 1];
        for (int i = 0; i < out.length; i++) {
            out[i] = table.shade(material, i);
        }
        return out;
    }
}
