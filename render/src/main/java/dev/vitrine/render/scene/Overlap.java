package dev.vitrine.render.scene;

import java.util.List;
import java.util.Optional;

/**
 * What makes an object an overlap object: it lies over the view and can be shown and hidden.
 *
 * @param z greater lies on top
 * @param shown whether it starts visible; absent leaves that to the catalog
 * @param image its look before any material
 * @param under drawn first, and only while the object is shown, in this order
 * @param illumination its own maps; empty uses the view's
 */
public record Overlap(
        int z, Optional<Boolean> shown, Optional<Layer> image, List<Under> under, List<Illumination> illumination) {
    public Overlap {
        under = List.copyOf(under);
        illumination = List.copyOf(illumination);
    }

    /** How an under-layer meets what is below it. */
    public enum Blend {
        NORMAL,
        MULTIPLY,
        SCREEN
    }

    /**
     * A shadow, reflection or the like that comes and goes with its object.
     *
     * @param shadow black with the raster as its alpha, rather than a picture
     * @param opacity 0 to 1
     */
    public record Under(Layer layer, boolean shadow, Blend blend, double opacity) {}
}
