package dev.vitrine.render.shade;

import dev.vitrine.render.scene.Illumination;
import java.util.Comparator;
import java.util.List;

/** Which illumination map a material is lit by ({@code illum=}, else {@code gloss=}, else the first). */
public final class LightChoice {
    private LightChoice() {}

    /**
     * The map of this slot, or of the slot nearest to it; for slot -1 the map whose reference is nearest to the gloss; for
     * gloss -1 too, the first map. The earlier one wins a tie.
     *
     * @param maps at least one
     */
    public static Illumination among(List<Illumination> maps, int slot, double gloss) {
        if (slot >= 0) {
            return nearest(maps, Comparator.comparingInt(m -> Math.abs(m.slot() - slot)));
        }
        if (gloss >= 0) {
            return nearest(maps, Comparator.comparingDouble(m -> Math.abs(m.gloss() - gloss)));
        }
        return nearest(maps, Comparator.comparingInt(Illumination::slot));
    }

    private static Illumination nearest(List<Illumination> maps, Comparator<Illumination> byDistance) {
        return maps.stream()
                .min(byDistance.thenComparingInt(Illumination::slot))
                .orElseThrow();
    }
}
