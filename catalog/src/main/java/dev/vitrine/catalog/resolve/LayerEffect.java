package dev.vitrine.catalog.resolve;

import dev.vitrine.core.value.BlendMode;
import dev.vitrine.core.value.LayerColor;
import dev.vitrine.core.value.MaskUse;
import dev.vitrine.core.value.Measure;

/**
 * A shadow or glow that follows the outline of a layer: behind it and only where it is not, or on it and only where it is.
 *
 * @param number below 0 behind the layer, above 0 on it
 * @param share of the color that is seen, 0 to 1
 * @param growth of the outline in pixels of the canvas, negative to shrink it
 * @param blur radius in pixels of the canvas
 * @param position away from the layer; shares are of the canvas
 * @param clipped whether an effect behind the layer ends where the layer begins
 */
public record LayerEffect(
        int number,
        LayerColor color,
        double share,
        BlendMode blend,
        MaskUse mask,
        int growth,
        double blur,
        Measure position,
        boolean clipped) {
    public boolean isInner() {
        return number > 0;
    }
}
