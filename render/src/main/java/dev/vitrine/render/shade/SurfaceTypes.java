package dev.vitrine.render.shade;

/** What the protocol's surface types ({@code type=}) mean for the light. */
final class SurfaceTypes {
    /** In the protocol's order, from unknown and other on: metals and glass follow the gloss fully, carpet hardly. */
    private static final double[] GLOSSINESS = {
        1, 1, 0.6, 1, 0.8, 0.6, 0.4, 0.9, 0.15, 0.7, 0.7, 0.6, 0.5, 0.9, 0.9, 1, 1, 0.25, 0.25, 0.1
    };

    private SurfaceTypes() {}

    /** τ: how far {@code gloss=} changes the contrast, 0 to 1. */
    static double glossiness(int type) {
        return GLOSSINESS[type];
    }
}
