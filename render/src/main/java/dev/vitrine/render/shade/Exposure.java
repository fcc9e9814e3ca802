package dev.vitrine.render.shade;

/** What the kernel makes of each light of a {@link ShadingTable}, for one pair of exponents. */
final class Exposure {
    /** d^cS: the share of the material's own color. */
    final float[] shadow;

    /** 1 - (1 - h)^cH: the share of the highlight. */
    final float[] highlight;

    /** @param light what the kernel gets, by index */
    Exposure(ShadingKernel kernel, double[] light) {
        this.shadow = new float[light.length];
        this.highlight = new float[light.length];
        for (int i = 0; i < light.length; i++) {
            shadow[i] = (float) kernel.shadow(light[i]);
            highlight[i] = (float) kernel.highlight(light[i]);
        }
    }
}
