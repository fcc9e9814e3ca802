package dev.vitrine.render.shade;

import static com.google.common.collect.ImmutableList.toImmutableList;

import dev.vitrine.render.scene.Illumination;
import java.util.Comparator;
import java.util.List;

/**
 * The light that a material asks for with {@code illum=} and {@code gloss=}: a map, perhaps on the way to another one, and how
 * far the gloss goes beyond what was authored.
 *
 * @param other a second map; the same one when there is nothing to blend
 * @param share of the other map, 0 to 1
 * @param strain 0 for the light as authored, up to 1 for full gloss, down to -0.5 for none
 */
public record LightChoice(Illumination map, Illumination other, double share, double strain) {
    /** A map as its author made it. */
    public static LightChoice of(Illumination map) {
        return new LightChoice(map, map, 0, 0);
    }

    /**
     * The choice of a material. Without gloss effects a single map, as {@link #among} says. With them:
     *
     * <ul>
     *   <li>no gloss asked for: the map as it is
     *   <li>a gloss between the references of two maps, no slot asked for: both, in proportion; each alone at its reference
     *   <li>any other gloss G on the nearest map, whose reference is R: strain (G - R) / (100 - R) upwards, -(R - G) / 2R
     *       downwards
     * </ul>
     *
     * @param maps at least one
     * @param slot 0 to 2, or -1 for the choice by gloss
     * @param gloss 0 to 100, or -1 for the map's own
     */
    public static LightChoice of(List<Illumination> maps, int slot, double gloss, boolean glossEffects) {
        if (!glossEffects || gloss < 0) {
            return of(among(maps, slot, gloss));
        }
        List<Illumination> candidates = slot >= 0 ? List.of(among(maps, slot, gloss)) : maps;
        List<Illumination> rising = candidates.stream()
                .sorted(Comparator.comparingDouble(Illumination::gloss).thenComparingInt(Illumination::slot))
                .collect(toImmutableList());
        for (int i = 1; i < rising.size(); i++) {
            Illumination below = rising.get(i - 1);
            Illumination above = rising.get(i);
            if (gloss > below.gloss() && gloss < above.gloss()) {
                return new LightChoice(below, above, (gloss - below.gloss()) / (above.gloss() - below.gloss()), 0);
            }
        }
        Illumination nearest = among(candidates, -1, gloss);
        return new LightChoice(nearest, nearest, 0, strain(gloss, nearest.gloss()));
    }

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

    public boolean isBlend() {
        return share > 0;
    }

    private static double strain(double gloss, double reference) {
        if (gloss == reference) {
            return 0;
        }
        return gloss > reference ? (gloss - reference) / (100 - reference) : -0.5 * (reference - gloss) / reference;
    }

    private static Illumination nearest(List<Illumination> maps, Comparator<Illumination> byDistance) {
        return maps.stream()
                .min(byDistance.thenComparingInt(Illumination::slot))
                .orElseThrow();
    }
}
