package dev.vitrine.render.serve;

import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.PixelBuffer;

/**
 * A layer's content before it is drawn.
 *
 * @param width in pixels of the canvas
 * @param footprint of the layer
 * @param brush draws the content at a size in pixels of the reply, on pixels of its own
 */
record Art(double width, double height, Footprint footprint, Brush brush) {
    /** Draws content. */
    @FunctionalInterface
    interface Brush {
        PixelBuffer draw(Size size, View view);
    }
}
