package dev.vitrine.render.scene;

import dev.vitrine.core.value.RealPair;
import java.util.Optional;

/**
 * Where a decal is put on an object.
 *
 * @param offset from origin 0, scene units
 * @param light where the light comes from, for drop shadows
 */
public record DecalArea(RealPair offset, Optional<LightVector> light) {
    /**
     * Degrees.
     *
     * @param horizontal 0 casts the shadow along the texture's direction, clockwise
     * @param vertical 0 is straight above (no shadow), below 90
     */
    public record LightVector(double horizontal, double vertical) {}
}
