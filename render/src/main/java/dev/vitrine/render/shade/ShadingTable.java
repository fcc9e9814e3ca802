package dev.vitrine.render.shade;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * The shading kernel with everything that depends on the light worked out beforehand, for {@link #STEPS} levels of light.
 * Light of 8 bits falls on the levels exactly, light of 16 bits is rounded to the nearest, which moves a component by at most
 * a sixteenth of a level of 255. Components here run from 0 to 255.
 *
 * <p>Kernels that mix components (shadow saturation) are not for this table.
 */
public final class ShadingTable {
    /** The index of full light; 16 levels per level of 8 bits. */
    public static final int STEPS = 255 * 16;

    private final float[] shadow = new float[STEPS + 1];
    private final float[] highlight = new float[STEPS + 1];
    private final float diffuse;
    private final float white;

    public ShadingTable(ShadingKernel kernel, LightContrast contrast) {
        checkArgument(kernel.shadowSaturation() == 1, "saturation mixes components");
        for (int i = 0; i <= STEPS; i++) {
            double light = contrast.apply((double) i / STEPS);
            shadow[i] = (float) kernel.shadow(light);
            highlight[i] = (float) kernel.highlight(light);
        }
        this.white = (float) (kernel.white() * (1 - kernel.tint()));
        this.diffuse = 1 - white;
    }

    /** The index of a light of 0 to 65535. */
    public static int index(int light) {
        return (light * STEPS + 32767) / 65535;
    }

    /** A material component under the light of this index, both results and component 0 to 255. */
    public float shade(float m, int index) {
        float room = 255 - m;
        float gain = diffuse * Math.min((float) ShadingKernel.GAIN * m, room) + white * room;
        return m * shadow[index] + highlight[index] * gain;
    }
}
