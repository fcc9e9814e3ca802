package dev.vitrine.render.shade;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How material and light make a color. All values are encoded components, 0 to 1; light is neutral at {@link #NEUTRAL}, where
 * every material shows its own color.
 *
 * <pre>
 * d = min(L / λ, 1)                              shadow factor
 * h = clamp((L - λ) / (1 - λ), 0, 1)             highlight factor
 * T(M) = min(q M, 1 - M)                         diffuse highlight: the most that never clips
 * W(M) = (1 - j)(1 - M) + j T(M)                 white highlight, perhaps tinted
 * shade(M, L) = M d^cS + (1 - (1 - h)^cH) ((1 - κ) T(M) + κ W(M))
 * y + (shade - y)(1 + (sS - 1)(1 - d))           saturation in the shadow, about the gray of the same brightness
 * </pre>
 *
 * <p>With cS = cH = sS = 1 it is exact at neutral light (out = M) and for neutral materials (M = λ gives L), rises with L and
 * with M, and never leaves 0 to 1.
 *
 * @param shadowExponent cS: less than 1 brightens shadows
 * @param highlightExponent cH: greater than 1 strengthens highlights
 * @param white κ: the share of highlight light that is white whatever the material, 0 to 1
 * @param tint j: how much of that white takes the material's color, 0 to 1
 * @param shadowSaturation sS: 1 leaves the saturation alone
 */
public record ShadingKernel(
        double shadowExponent, double highlightExponent, double white, double tint, double shadowSaturation) {
    /** λ: the light under which a material shows its own color. */
    public static final double NEUTRAL = 128.0 / 255;

    /** q: what a material may gain, relative to itself, before white is reached at M = λ. */
    static final double GAIN = (1 - NEUTRAL) / NEUTRAL;

    public ShadingKernel {
        checkArgument(shadowExponent >= 0 && highlightExponent >= 0 && shadowSaturation >= 0, "negative exponent");
        checkArgument(white >= 0 && white <= 1 && tint >= 0 && tint <= 1, "white %s, tint %s", white, tint);
    }

    /** The model without any adjustment. */
    public static ShadingKernel neutral(double white) {
        return new ShadingKernel(1, 1, white, 0, 1);
    }

    /** One component before saturation: material {@code m} under light {@code l}. */
    public double shade(double m, double l) {
        return m * shadow(l) + highlight(l) * gain(m);
    }

    /** d^cS: what is left of the material's own color. */
    double shadow(double l) {
        return power(depth(l), shadowExponent);
    }

    /** 1 - (1 - h)^cH: the share of {@link #gain} that is added. */
    double highlight(double l) {
        double h = Math.min(Math.max((l - NEUTRAL) / (1 - NEUTRAL), 0), 1);
        return 1 - power(1 - h, highlightExponent);
    }

    /** (1 - κ) T(M) + κ W(M): what full highlight light adds. */
    double gain(double m) {
        double diffuse = Math.min(GAIN * m, 1 - m);
        return (1 - white + white * tint) * diffuse + white * (1 - tint) * (1 - m);
    }

    /** A shaded component with the shadow's saturation: {@code gray} is the mean of the shaded components. */
    public double saturate(double shaded, double gray, double l) {
        return gray + (shaded - gray) * (1 + (shadowSaturation - 1) * (1 - depth(l)));
    }

    /** Tables of thousands of lights are made for each request, mostly with exponents of 1. */
    private static double power(double base, double exponent) {
        return exponent == 1 ? base : Math.pow(base, exponent);
    }

    private static double depth(double l) {
        return Math.min(l / NEUTRAL, 1);
    }
}
