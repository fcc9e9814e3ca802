package dev.vitrine.catalog.resolve;

import dev.vitrine.core.value.BlendMode;
import dev.vitrine.core.value.Color;
import dev.vitrine.core.value.Flip;
import dev.vitrine.core.value.LayerColor;
import dev.vitrine.core.value.Margins;
import dev.vitrine.core.value.Measure;
import dev.vitrine.core.value.MeasuredBox;
import dev.vitrine.core.value.Opacity;
import dev.vitrine.core.value.Perspective;
import java.util.List;
import java.util.Optional;

/**
 * One layer, with everything that happens to it on its way into the canvas.
 *
 * @param effects from the lowest up
 */
public record ResolvedLayer(
        int number,
        LayerContent content,
        Shape shape,
        Place place,
        Paint paint,
        Retouch retouch,
        List<LayerEffect> effects) {
    public ResolvedLayer {
        effects = List.copyOf(effects);
    }

    /**
     * What happens in this order.
     *
     * @param crop of the source
     * @param size a box the content fits into, 0 for a free side; wins over {@code scale}
     * @param scale relative to the source; 1 is full size
     * @param perspective where the corners of the scaled content come to lie; its box is then the layer
     * @param clip of the scaled content, in pixels of the canvas
     * @param rotation degrees clockwise, about the anchor
     */
    public record Shape(
            Optional<MeasuredBox> crop,
            Optional<Measure> size,
            double scale,
            Optional<Perspective> perspective,
            Clip clip,
            Optional<Flip> flip,
            double rotation,
            Margins extend) {}

    /**
     * Where it lies: its origin comes to lie {@code position} away from the canvas's.
     *
     * @param anchor in the source, shares from its center; absent for the picture's own
     * @param origin in the finished layer, shares from its center; absent for where the anchor has come to lie, or for the
     *     center if nobody names an anchor
     * @param position shares are of the canvas
     */
    public record Place(Optional<Measure> anchor, Optional<Measure> origin, Measure position) {}

    /**
     * Its colors.
     *
     * @param color of a solid layer; behind the content of others before they are turned
     * @param background behind the finished layer
     */
    public record Paint(LayerColor color, LayerColor background, Opacity opacity, BlendMode blend) {}

    /** The canvas keeps its size even if its own content is hidden. */
    ResolvedLayer cleared() {
        Paint nothing = new Paint(LayerColor.TRANSPARENT, LayerColor.TRANSPARENT, new Opacity(0, 0), paint.blend());
        return new ResolvedLayer(number, content, shape, place, nothing, Retouch.NONE, List.of());
    }

    /** The same at full opacity. */
    public ResolvedLayer opaque() {
        Paint full = new Paint(paint.color(), paint.background(), Opacity.FULL, paint.blend());
        return new ResolvedLayer(number, content, shape, place, full, retouch, effects);
    }

    ResolvedLayer legible(Color behind) {
        if (content instanceof LayerContent.Text text) {
            boolean bare = number == 0 && paint.background().alpha() == 0;
            LayerColor background = bare ? new LayerColor(behind, 255) : paint.background();
            Paint backed = new Paint(paint.color(), background, paint.opacity(), paint.blend());
            return new ResolvedLayer(number, text.keptLegible(), shape, place, backed, retouch, effects);
        }
        return this;
    }
}
