package dev.vitrine.render.shade;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * More or less contrast in the light, about the neutral level: a power of the odds, so that black, white and neutral stay
 * where they are, nothing clips, and {@code 1 / g} undoes {@code g}.
 *
 * <pre>
 * r = λ / (1 - λ);  o = (L / (1 - L)) / r;  L* = o^g r / (1 + o^g r)
 * </pre>
 *
 * @param strength g: 1 changes nothing, more is harder
 */
public record LightContrast(double strength) {
    public static final LightContrast NONE = new LightContrast(1);

    public LightContrast {
        checkArgument(strength > 0, "contrast %s", strength);
    }

    /** The light after it, 0 to 1. */
    public double apply(double l) {
        if (strength == 1 || l <= 0 || l >= 1) {
            return l;
        }
        double r = ShadingKernel.NEUTRAL / (1 - ShadingKernel.NEUTRAL);
        double odds = Math.pow(l / (1 - l) / r, strength) * r;
        return odds / (1 + odds);
    }
}
