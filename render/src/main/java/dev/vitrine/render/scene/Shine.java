package dev.vitrine.render.scene;

import java.util.Optional;

/**
 * What a scene knows of the way its surfaces shine.
 *
 * @param specular the light that surfaces throw back white, in the photograph's own gloss; encoded, of one or three channels
 */
public record Shine(Optional<Reflection> reflection, Optional<Layer> specular) {
    public static final Shine NONE = new Shine(Optional.empty(), Optional.empty());

    /**
     * What reflects what.
     *
     * @param st where in the view lies what a pixel reflects: shares of the view's width and height in the first two channels,
     *     a third channel for validity
     * @param strength how much of it is seen, and how sharply: the alpha map
     * @param distance how far what is reflected lies from the surface, for blur
     */
    public record Reflection(Layer st, Layer strength, Optional<Layer> distance) {
        /** Where the pixels of the view are to be found in the mirror, as a texture map of shares of the view. */
        public Geometry.Uv source() {
            return new Geometry.Uv(st, Optional.of(new Geometry.Range(0, 1, 0, 1)), Optional.empty());
        }
    }
}
