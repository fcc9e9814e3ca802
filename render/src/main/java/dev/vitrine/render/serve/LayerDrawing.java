package dev.vitrine.render.serve;

import dev.vitrine.catalog.resolve.LayerContent;
import dev.vitrine.catalog.resolve.ResolvedLayer;
import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.Flip;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;

/**
 * One layer on its way into the reply. Only what can be seen of it is drawn: the wanted part is followed back through margins,
 * rotation, mirroring and retouching to the part of the content that it needs.
 */
final class LayerDrawing {
    private final ResolvedLayer layer;
    private final Art art;
    private final PixelBudget budget;
    private final Deadline deadline;
    private final Retoucher retoucher;
    private final Size content;
    private final Size turned;
    private final Size whole;
    private final int marginLeft;
    private final int marginTop;
    private final int left;
    private final int top;

    /**
     * A layer at its place.
     *
     * @param x of its left side, in pixels of the canvas
     */
    LayerDrawing(ResolvedLayer layer, Art art, double x, double y, View view, PixelBudget budget, Deadline deadline) {
        this.layer = layer;
        this.art = art;
        this.budget = budget;
        this.deadline = deadline;
        Footprint place = art.footprint();
        this.content = new Size(View.pixels(art.width() * view.across()), View.pixels(art.height() * view.down()));
        boolean turns = layer.shape().rotation() % 360 != 0;
        this.turned = turns
                ? new Size(
                        View.pixels(place.turnedWidth() * view.across()),
                        View.pixels(place.turnedHeight() * view.down()))
                : content;
        boolean extended = !place.margins().isNone();
        this.whole = extended
                ? new Size(View.pixels(place.width() * view.across()), View.pixels(place.height() * view.down()))
                : turned;
        this.marginLeft = View.position(place.margins().left() * view.across());
        this.marginTop = View.position(place.margins().top() * view.down());
        this.left = View.position(view.left() + Math.rint(x * view.across()));
        this.top = View.position(view.top() + Math.rint(y * view.down()));
        double detail = Math.min(1, content.width() / art.detail());
        this.retoucher = new Retoucher(layer.retouch(), view.scale(), detail, deadline);
    }

    /** Where it lies in the reply. */
    Region region() {
        return new Region(left, top, whole.width(), whole.height());
    }

    /** A part of the finished layer, fixed or on pixels of its own; {@code part} is in pixels of the reply, within the layer. */
    PixelBuffer draw(Region part) {
        Region wanted = part.moved(-left - marginLeft, -top - marginTop);
        Region there = wanted.intersect(new Region(0, 0, turned.width(), turned.height()));
        PixelBuffer drawn;
        if (there.equals(wanted)) {
            drawn = turned(there);
        } else {
            drawn = budget.blank(part);
            if (!there.isEmpty()) {
                drawn.paste(turned(there), there.x() - wanted.x(), there.y() - wanted.y());
            }
        }
        Blending.fillBehind(drawn, layer.paint().background());
        return drawn;
    }

    private PixelBuffer turned(Region part) {
        if (layer.shape().rotation() % 360 == 0) {
            return mirrored(part);
        }
        Rotation.Turn turn = Rotation.Turn.of(layer.shape().rotation(), art, content, turned);
        Region needed = turn.needed(part);
        PixelBuffer out = budget.blank(part);
        if (!needed.isEmpty()) {
            Rotation.turn(turn, mirrored(needed), needed, out, part, deadline);
        }
        return out;
    }

    private PixelBuffer mirrored(Region part) {
        if (layer.shape().flip().isEmpty()) {
            return painted(part);
        }
        Flip flip = layer.shape().flip().get();
        Region opposite = new Region(
                flip.leftRight() ? content.width() - part.right() : part.x(),
                flip.upDown() ? content.height() - part.bottom() : part.y(),
                part.width(),
                part.height());
        return Blending.flip(painted(opposite), flip.leftRight(), flip.upDown());
    }

    /** Retouched content, with less opacity, the layer's color behind it, clipped. */
    private PixelBuffer painted(Region part) {
        Region all = new Region(0, 0, content.width(), content.height());
        Region needed = part.grown(retoucher.reach()).intersect(all);
        budget.take(needed);
        PixelBuffer drawn = art.brush().draw(content, needed);
        PixelBuffer retouched =
                retoucher.apply(drawn, () -> Tone.of(art.brush(), content)).cut(part.moved(-needed.x(), -needed.y()));
        PixelBuffer out = Blending.fade(retouched, layer.paint().opacity().share());
        if (!(layer.content() instanceof LayerContent.Solid)) {
            Blending.fillBehind(out, layer.paint().color());
        }
        double across = content.width() / art.width();
        double down = content.height() / art.height();
        return Clipping.clip(layer.shape().clip(), out, part, across, down, budget, deadline);
    }
}
