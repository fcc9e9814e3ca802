package dev.vitrine.render.step;

import dev.vitrine.core.value.RealPair;
import dev.vitrine.render.scene.DecalArea.LightVector;
import java.util.Optional;

/**
 * The shadow that a decal of some thickness casts on its surface: its shape, moved away from the light, blurred with a standard
 * deviation of {@link #softness}, half black. The protocol gives the light's angles and the thickness only; what follows from
 * them is ours.
 *
 * @param offset on the surface, scene units
 */
public record DropShadow(RealPair offset) {
    /** How dark a full shadow is. */
    static final float DARKNESS = 0.5f;

    private static final double BLUR = 0.3;
    private static final double STEEPEST = 89;

    /**
     * The shadow of a decal: {@code thickness tan(vertical)} long; none without thickness, or under light from straight above.
     *
     * @param thickness scene units
     * @param direction of the surface's texture, degrees clockwise
     */
    public static Optional<DropShadow> of(LightVector light, double thickness, double direction) {
        double length = thickness * Math.tan(Math.toRadians(Math.min(light.vertical(), STEEPEST)));
        if (!(length > 0)) {
            return Optional.empty();
        }
        double angle = Math.toRadians(light.horizontal() + direction);
        return Optional.of(new DropShadow(new RealPair(length * Math.cos(angle), length * Math.sin(angle))));
    }

    /** Standard deviation of its blur, scene units. */
    double softness() {
        return BLUR * Math.hypot(offset.x(), offset.y());
    }

    /** How far from its caster it can be seen: three standard deviations past its offset. */
    double reach() {
        return Math.hypot(offset.x(), offset.y()) + 3 * softness();
    }

    String text() {
        return " shadow " + Numbers.text(offset);
    }
}
