package dev.vitrine.render.shade;

/**
 * How a finish takes the light.
 *
 * @param contrast of the light, from the gloss
 * @param sheen for reflections and the specular layer, where the scene has them
 */
public record Lighting(LightChoice light, LightContrast contrast, Shader shader, Sheen sheen) {
    /** Light as it was authored. */
    public static Lighting plain(LightChoice light, Shader shader, Sheen sheen) {
        return new Lighting(light, LightContrast.NONE, shader, sheen);
    }

    /** One line for people; short for the usual. */
    public String text() {
        String blend = light.isBlend() ? " to " + light.other().slot() + " by " + rounded(light.share()) : "";
        String hard = contrast.strength() == 1 ? "" : " contrast " + rounded(contrast.strength());
        String how = shader.text().isEmpty() ? "" : " " + shader.text();
        return "light " + light.map().slot() + blend + hard + how;
    }

    private static double rounded(double value) {
        return Math.rint(value * 10000) / 10000;
    }
}
