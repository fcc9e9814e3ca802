package dev.vitrine.render.serve;

import dev.vitrine.catalog.resolve.LayerEffect;
import dev.vitrine.catalog.resolve.ResolvedLayer;
import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.BlendMode;
import dev.vitrine.core.value.Measure;
import dev.vitrine.core.value.RealPair;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;
import java.util.List;
import java.util.Optional;

/**
 * The layers of one request, once the lowest is known.
 *
 * @param canvas size of the lowest layer
 * @param canvasPlace where its origin lies
 * @param view how the request wants to see it
 */
record LayerStack(
        List<ResolvedLayer> layers,
        ArtMaker arts,
        PixelBudget budget,
        Size canvas,
        Footprint canvasPlace,
        View view,
        Deadline deadline) {
    private static final Size SMALL = new Size(96, 96);

    /** The part of a reply that the canvas covers. */
    Region visible(View shown) {
        return shown.canvas(canvas);
    }

    /** All layers, blended; transparent where none is. */
    PixelBuffer frame(View shown) {
        Size reply = shown.reply();
        budget.take(reply.width(), reply.height());
        Optional<PixelBuffer> frame = Optional.empty();
        for (ResolvedLayer layer : layers) {
            deadline.check();
            frame = Optional.of(laid(layer, shown, frame));
        }
        return frame.orElseGet(() -> blank(shown));
    }

    private static PixelBuffer blank(View shown) {
        return PixelBuffer.blank(shown.reply().width(), shown.reply().height());
    }

    /** How bright all of them are together, whatever part is in view. */
    Tone tone() {
        boolean isSmall = canvas.width() <= SMALL.width() && canvas.height() <= SMALL.height();
        Size small = isSmall ? canvas : canvas.fitInto(SMALL);
        double across = (double) small.width() / canvas.width();
        double down = (double) small.height() / canvas.height();
        return Tone.of(frame(new View(small, across, down, 0, 0)));
    }

    LayerDrawing drawing(ResolvedLayer layer, View shown) {
        boolean isCanvas = layer.number() == 0;
        Art art = arts.art(layer, isCanvas ? Optional.empty() : Optional.of(canvas), Optional.of(shown));
        Footprint place = art.footprint();
        Measure position = layer.place().position();
        RealPair start = start(layer, place);
        double x = isCanvas ? 0 : start.x() + position.x(canvas.width());
        double y = isCanvas ? 0 : start.y() + position.y(canvas.height());
        return new LayerDrawing(layer, art, x, y, shown, budget, deadline);
    }

    /** Where the top left of a layer lies without {@code pos=}; in perspective its center stays where it was put. */
    private RealPair start(ResolvedLayer layer, Footprint place) {
        return layer.shape()
                .perspective()
                .map(quad -> quad.on(canvas.width(), canvas.height()).box())
                .map(box -> new RealPair(
                        box.x() + (box.width() - place.width()) / 2, box.y() + (box.height() - place.height()) / 2))
                .orElseGet(() ->
                        new RealPair(canvasPlace.originX() - place.originX(), canvasPlace.originY() - place.originY()));
    }

    /**
     * A frame with one more layer on it.
     *
     * @param below drawn on; absent while nothing is laid, so that an opaque picture of the whole view can be the frame itself
     */
    private PixelBuffer laid(ResolvedLayer layer, View shown, Optional<PixelBuffer> below) {
        LayerDrawing drawing = drawing(layer, shown);
        EffectPainter painter = new EffectPainter(shown, canvas, budget, deadline);
        Region visible = visible(shown);
        Region known = visible.grown(painter.reach(layer.effects())).intersect(drawing.region());
        if (known.isEmpty()) {
            return below.orElseGet(() -> blank(shown));
        }
        PixelBuffer pixels = drawing.draw(known);
        boolean isPlain = layer.effects().isEmpty() && layer.paint().blend() == BlendMode.NORM;
        if (below.isEmpty() && isPlain && known.equals(shown.region()) && pixels.isOpaque()) {
            return pixels;
        }
        PixelBuffer frame = below.map(PixelBuffer::writable).orElseGet(() -> blank(shown));
        boolean isShape = layer.effects().isEmpty() || layer.paint().opacity().share() == 1;
        PixelBuffer shape = isShape ? pixels : drawing(layer.opaque(), shown).draw(known);
        EffectPainter.Parent parent = new EffectPainter.Parent(shape, known, drawing.region());
        painter.layAll(
                layer.effects(),
                parent,
                visible,
                frame,
                () -> Blending.lay(
                        pixels, known.x(), known.y(), visible, layer.paint().blend(), shown, frame));
        return frame;
    }

    /**
     * Effects of all layers together, behind and on a picture of them.
     *
     * @param shape the picture at full opacity
     */
    PixelBuffer withEffects(List<LayerEffect> effects, PixelBuffer shape, PixelBuffer composite, View shown) {
        if (effects.isEmpty()) {
            return composite;
        }
        Region visible = visible(shown);
        PixelBuffer frame = budget.blank(shown.reply());
        EffectPainter.Parent parent = new EffectPainter.Parent(shape, shape.region(), visible);
        new EffectPainter(shown, canvas, budget, deadline)
                .layAll(
                        effects,
                        parent,
                        visible,
                        frame,
                        () -> Blending.lay(composite, 0, 0, composite.region(), BlendMode.NORM, shown, frame));
        return frame;
    }
}
