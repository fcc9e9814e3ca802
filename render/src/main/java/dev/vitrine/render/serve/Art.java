package dev.vitrine.render.serve;

import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;

/**
 * A layer's content before it is drawn.
 *
 * @param width in pixels of the canvas
 * @param detail how many pixels wide it is at full size; that of a text is its width
 * @param footprint of the layer
 * @param brush draws the content
 */
record Art(double width, double height, double detail, Footprint footprint, Brush brush) {
    /** The same place with other content. */
    Art with(Brush other) {
        return new Art(width, height, detail, footprint, other);
    }

    /** Draws content. */
    @FunctionalInterface
    interface Brush {
        /**
         * A part of the content, fixed or on pixels of its own; the same as that part of the whole.
         *
         * @param whole how large the whole would be, in pixels of the reply
         * @param part within it, not empty
         */
        PixelBuffer draw(Size whole, Region part);
    }
}
