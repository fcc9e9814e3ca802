package dev.vitrine.render.shade;

import static com.google.common.base.Preconditions.checkArgument;

import dev.vitrine.render.scene.Shading;

/**
 * The older shader ({@code A0}). Bright materials are lowered a little, so that highlights show on them, and take shadows less
 * than fully.
 *
 * <pre>
 * I' = I (1 - (1 - whiteLevel) ss(0.7, 1, I))
 * cS = 1 - (1 - shadows) ss(0.5, 1, I)          ss: smoothstep
 * </pre>
 *
 * @param shadows letter {@code H}, 0.5 to 1
 * @param white letter {@code I}, else the scene's: κ
 * @param tint letter {@code J}, 0 to 0.5: j
 * @param shadowSaturation letter {@code K}, 0 to 2: sS
 * @param extrapolation letter {@code L}: contrast in percent at full gloss
 * @param whiteLevel letter {@code F}, above 0 to 1: what white is lowered to
 */
public record ClassicShader(
        double shadows, double white, double tint, double shadowSaturation, int extrapolation, double whiteLevel)
        implements Shader {
    public ClassicShader {
        checkArgument(whiteLevel > 0 && whiteLevel <= 1 && extrapolation > 0, "white %s", whiteLevel);
    }

    static ClassicShader of(RenderSettings settings, Shading scene) {
        int usualWhite = (int) Math.round(scene.highlightWhite() * 100);
        return new ClassicShader(
                settings.number('H', 50, 100).orElse(60) / 100.0,
                settings.number('I', 0, 100).orElse(usualWhite) / 100.0,
                settings.number('J', 0, 50).orElse(10) / 100.0,
                settings.number('K', 0, 400).orElse(200) / 200.0,
                settings.number('L', 100, 600).orElse(400),
                settings.number('F', 1, 100).orElse(92) / 100.0);
    }

    @Override
    public double brightness(double i) {
        return i * (1 - (1 - whiteLevel) * smoothstep(0.7, i));
    }

    @Override
    public double saturation(double i) {
        return 1;
    }

    @Override
    public double shadowExponent(double i) {
        return 1 - (1 - shadows) * smoothstep(0.5, i);
    }

    @Override
    public double highlightExponent(double i) {
        return 1;
    }

    @Override
    public double specular(double i) {
        return 0;
    }

    @Override
    public double light(double l) {
        return l;
    }

    @Override
    public double contrast(double strain, int type) {
        return Math.pow(extrapolation / 100.0, strain * SurfaceTypes.glossiness(type));
    }

    @Override
    public String text() {
        return "classic shader H" + percent(shadows) + "I" + percent(white) + "J" + percent(tint) + "K"
                + 2 * percent(shadowSaturation) + "F" + percent(whiteLevel);
    }

    private static long percent(double share) {
        return Math.round(100 * share);
    }

    /** 0 up to {@code from}, 1 at 1, flat at both ends. */
    private static double smoothstep(double from, double x) {
        double t = Math.min(Math.max((x - from) / (1 - from), 0), 1);
        return t * t * (3 - 2 * t);
    }
}
