package dev.vitrine.render.shade;

import static com.google.common.base.Preconditions.checkArgument;

import dev.vitrine.render.shade.SurfaceTypes.SurfaceType;

/**
 * How a surface shines: the protocol's type, gloss and roughness, of which nothing is left to defaults. With rmin, rmax, τ and a
 * scatter for each type:
 *
 * <pre>
 * r     = rmin + (rmax - rmin) (G / 100)^1.5         of what it could reflect at most
 * blur  = 12 scatter rough / 100                     pixels of the full size, for a strength of 0.25
 * ks    = τ (0.3 + 0.7 G / 100)                      of the specular layer
 * </pre>
 *
 * @param type 0 to 19
 * @param gloss G, 0 to 100
 * @param roughness 0 to 100
 */
public record Sheen(int type, double gloss, double roughness) {
    /** The protocol's usual roughness. */
    public static final double USUAL_ROUGHNESS = 40;

    private static final double BLUR = 12;
    private static final double CURVE = 1.5;
    private static final double LEAST_SPECULAR = 0.3;

    public Sheen {
        checkArgument(gloss >= 0 && gloss <= 100 && roughness >= 0 && roughness <= 100, "%s, %s", gloss, roughness);
    }

    /** The same surface, of a type that it has unless it says another one. */
    public Sheen unlessTyped(int usual) {
        return type == 0 ? new Sheen(usual, gloss, roughness) : this;
    }

    /** The same with another gloss. */
    public Sheen withGloss(double value) {
        return new Sheen(type, value, roughness);
    }

    /** The share of a full reflection that it shows, 0 to 1. */
    public double reflectance() {
        SurfaceType row = SurfaceTypes.of(type);
        return row.least() + (row.most() - row.least()) * Math.pow(gloss / 100, CURVE);
    }

    /** Standard deviation of what it reflects, per {@code 0.25 + 1 - strength}, pixels of the full-size view. */
    public double blur() {
        return BLUR * SurfaceTypes.of(type).scatter() * roughness / 100;
    }

    /** The share of the specular layer that it shows, 0 to 1. */
    public double specular() {
        return SurfaceTypes.glossiness(type) * (LEAST_SPECULAR + (1 - LEAST_SPECULAR) * gloss / 100);
    }

    /** Whether what it reflects replaces its own color instead of being laid over it. */
    public boolean isMetallic() {
        return SurfaceTypes.of(type).metallic();
    }

    /** One line for people. */
    public String text() {
        return "type " + type + " gloss " + Math.rint(gloss * 100) / 100 + " rough " + Math.rint(roughness * 100) / 100;
    }
}
