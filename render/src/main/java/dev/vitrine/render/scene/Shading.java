package dev.vitrine.render.scene;

/**
 * How the author wants the scene shaded.
 *
 * @param alternate the alternate shader rather than the classic one
 * @param highlightWhite share of highlight light that is white whatever the material (kappa), 0 to 1
 * @param settings an {@code rs} string; empty for none
 */
public record Shading(boolean alternate, double highlightWhite, String settings) {
    public static final Shading STANDARD = new Shading(true, 0.30, "");
}
