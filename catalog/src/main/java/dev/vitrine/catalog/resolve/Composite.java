package dev.vitrine.catalog.resolve;

import dev.vitrine.core.value.Flip;
import dev.vitrine.core.value.Opacity;
import java.util.List;
import java.util.Optional;

/**
 * What happens to all layers together once they are one picture.
 *
 * @param clip in pixels of the canvas
 * @param effects from the lowest up
 */
public record Composite(
        Opacity opacity,
        Optional<Flip> flip,
        Retouch retouch,
        Clip clip,
        List<LayerEffect> effects,
        Optional<Watermark> watermark) {
    public Composite {
        effects = List.copyOf(effects);
    }
}
