package dev.vitrine.render.shade;

import java.util.List;

/**
 * What the protocol's surface types ({@code type=}) mean for light and reflections. The protocol only says that types differ;
 * the numbers are ours.
 */
final class SurfaceTypes {
    private static final SurfaceType ANY = new SurfaceType(1, 0, 0.5, 1, false);
    private static final SurfaceType CLOTH = new SurfaceType(0.25, 0, 0.03, 1.5, false);

    /** In the protocol's order, from unknown on. */
    private static final List<SurfaceType> TYPES = List.of(
            ANY,
            ANY, // other
            new SurfaceType(0.6, 0.02, 0.25, 1, false), // wood
            new SurfaceType(1, 0.3, 0.8, 0.3, true), // polished metal
            new SurfaceType(0.8, 0.1, 0.45, 1.2, true), // brushed metal
            new SurfaceType(0.6, 0.05, 0.3, 1.4, true), // antiqued metal
            new SurfaceType(0.4, 0, 0.1, 1.2, false), // paint
            new SurfaceType(0.9, 0.05, 0.4, 0.5, false), // enamel, lacquer
            new SurfaceType(0.15, 0, 0.03, 1.5, false), // wallpaper
            new SurfaceType(0.7, 0.02, 0.3, 0.8, false), // plastic
            new SurfaceType(0.7, 0.02, 0.3, 0.8, false), // solid surface
            new SurfaceType(0.6, 0.02, 0.3, 0.8, false), // laminate
            new SurfaceType(0.5, 0.02, 0.3, 0.8, false), // vinyl
            new SurfaceType(0.9, 0.05, 0.45, 0.5, false), // ceramic
            new SurfaceType(0.9, 0.05, 0.45, 0.5, false), // stone
            new SurfaceType(1, 0.2, 0.8, 0.2, true), // glass
            new SurfaceType(1, 0.8, 1, 0.1, true), // mirror
            CLOTH, // fabric
            CLOTH, // sheer fabric
            new SurfaceType(0.1, 0, 0.03, 1.5, false)); // carpet

    private SurfaceTypes() {}

    /**
     * One of them.
     *
     * @param glossiness τ: how far {@code gloss=} changes the contrast, 0 to 1
     * @param least reflected without gloss
     * @param most reflected at full gloss
     * @param scatter how much {@code rough=} blurs
     * @param metallic whether what it reflects replaces its own color instead of being laid over it
     */
    record SurfaceType(double glossiness, double least, double most, double scatter, boolean metallic) {}

    static SurfaceType of(int type) {
        return TYPES.get(type);
    }

    /** τ: how far {@code gloss=} changes the contrast, 0 to 1. */
    static double glossiness(int type) {
        return of(type).glossiness();
    }
}
