package dev.vitrine.render.shade;

import static com.google.common.base.Preconditions.checkArgument;

import dev.vitrine.render.scene.Shading;

/**
 * The newer shader ({@code A1}), with curves over the material's brightness.
 *
 * @param white κ, from the scene
 * @param basicContrast g of letter {@code Z}: 2^((Z - 50) / 50)
 * @param extrapolation letter {@code L}: contrast in percent at full gloss
 * @param brightnessCurve letter {@code a}
 * @param saturationCurve letter {@code b}, 128/255 for no change
 * @param shadowCurve letter {@code c}, cS likewise
 * @param highlightCurve letter {@code d}, cH likewise
 * @param specularCurve letter {@code e}
 * @param lightCurve letter {@code k}
 */
public record AlternateShader(
        double white,
        double basicContrast,
        int extrapolation,
        Curve brightnessCurve,
        Curve saturationCurve,
        Curve shadowCurve,
        Curve highlightCurve,
        Curve specularCurve,
        Curve lightCurve)
        implements Shader {
    private static final Curve DIAGONAL = Curve.line(0, 1);
    private static final Curve UNCHANGED = Curve.line(ShadingKernel.NEUTRAL, ShadingKernel.NEUTRAL);
    private static final Curve ZERO = Curve.line(0, 0);

    public AlternateShader {
        checkArgument(basicContrast > 0 && extrapolation > 0, "contrast %s", basicContrast);
    }

    static AlternateShader of(RenderSettings settings, Shading scene) {
        return new AlternateShader(
                scene.highlightWhite(),
                Math.pow(2, (settings.number('Z', 0, 100).orElse(50) - 50) / 50.0),
                settings.number('L', 100, 600).orElse(400),
                curve(settings, 'a', DIAGONAL),
                curve(settings, 'b', UNCHANGED),
                curve(settings, 'c', UNCHANGED),
                curve(settings, 'd', UNCHANGED),
                curve(settings, 'e', ZERO),
                light(settings));
    }

    private static Curve curve(RenderSettings settings, char letter, Curve usual) {
        return settings.list(letter)
                .map(list -> orUsual(Curve.read(list, usual), usual))
                .orElse(usual);
    }

    private static Curve light(RenderSettings settings) {
        return settings.list('k')
                .map(list -> orUsual(Curve.readLight(list), DIAGONAL))
                .orElse(DIAGONAL);
    }

    /** A curve that says no more than the usual one is the usual one. */
    private static Curve orUsual(Curve curve, Curve usual) {
        boolean same = curve.shape() == 0 && curve.points().stream().allMatch(p -> p.y() == usual.at(p.x()));
        return same ? usual : curve;
    }

    @Override
    public double brightness(double i) {
        return brightnessCurve.equals(DIAGONAL) ? i : brightnessCurve.at(i);
    }

    @Override
    public double saturation(double i) {
        return saturationCurve.at(i) / ShadingKernel.NEUTRAL;
    }

    @Override
    public double shadowExponent(double i) {
        return shadowCurve.at(i) / ShadingKernel.NEUTRAL;
    }

    @Override
    public double highlightExponent(double i) {
        return highlightCurve.at(i) / ShadingKernel.NEUTRAL;
    }

    @Override
    public double tint() {
        return 0;
    }

    @Override
    public double shadowSaturation() {
        return 1;
    }

    @Override
    public double specular(double i) {
        return specularCurve.at(i);
    }

    @Override
    public double light(double l) {
        double bent = lightCurve.equals(DIAGONAL) ? l : lightCurve.at(l);
        return new LightContrast(basicContrast).apply(bent);
    }

    /** The surface's type does not matter here. */
    @Override
    public double contrast(double strain, int type) {
        return Math.pow(extrapolation / 100.0, strain);
    }

    @Override
    public String text() {
        boolean standard = basicContrast == 1
                && lightCurve.equals(DIAGONAL)
                && brightnessCurve.equals(DIAGONAL)
                && saturationCurve.equals(UNCHANGED)
                && shadowCurve.equals(UNCHANGED)
                && highlightCurve.equals(UNCHANGED)
                && specularCurve.equals(ZERO);
        return standard ? "" : "alternate shader with settings";
    }
}
