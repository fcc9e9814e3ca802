package dev.vitrine.render.serve;

import dev.vitrine.catalog.resolve.Composite;
import dev.vitrine.catalog.resolve.ImageSource;
import dev.vitrine.catalog.resolve.ResolvedServing;
import dev.vitrine.catalog.resolve.Watermark;
import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.Flip;
import dev.vitrine.core.value.LayerColor;
import dev.vitrine.core.value.RequestType;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.resample.Edge;
import dev.vitrine.render.resample.Kernel;
import dev.vitrine.render.resample.Resampler;
import dev.vitrine.render.resample.RowReader;
import dev.vitrine.render.text.FontShelf;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Makes the pictures of Image Serving requests. What happens to a layer, in this order: crop, scale, retouch, opacity, color
 * behind it, clip, flip, rotate, extend, background behind it; then its origin is put in its place. Layer 0 is the canvas: it lies
 * where it lies, and what reaches beyond it is cut off. All layers together are then retouched, clipped, mirrored, faded, and given
 * effects and a watermark. Safe for many threads.
 */
public final class ServingRenderer {
    private final BiFunction<ImageSource, Deadline, SourcePicture> pictures;
    private final FontShelf shelf;
    private final long maxPixels;
    private final long maxLayerPixels;

    /**
     * Made of its parts.
     *
     * @param pictures hands out files and the pictures of Image Rendering requests
     * @param maxPixels the most pixels of a reply, whatever a catalog allows
     * @param maxLayerPixels the most pixels of all layers together, each counted for every picture that is made of it
     */
    public ServingRenderer(
            BiFunction<ImageSource, Deadline, SourcePicture> pictures,
            FontShelf shelf,
            long maxPixels,
            long maxLayerPixels) {
        this.pictures = pictures;
        this.shelf = shelf;
        this.maxPixels = maxPixels;
        this.maxLayerPixels = maxLayerPixels;
    }

    /** The size that the reply will have. */
    public Size size(ResolvedServing request, Deadline deadline) {
        return stack(request, budget(), deadline).view().reply();
    }

    /** What will be drawn where. */
    public ServingPlan plan(ResolvedServing request, Deadline deadline) {
        LayerStack stack = stack(request, budget(), deadline);
        View view = stack.view();
        List<ServingPlan.Row> rows = request.layers().stream()
                .map(layer -> {
                    Region place = stack.drawing(layer, view).region();
                    return new ServingPlan.Row(layer, place, place.intersect(stack.visible(view)));
                })
                .toList();
        return new ServingPlan(request, stack.canvas(), view.reply(), view.across(), view.down(), rows);
    }

    /** The picture, perhaps a source itself; opaque unless the reply's format has alpha. Only to be read. */
    public PixelBuffer render(ResolvedServing request, Deadline deadline) {
        return render(request, budget(), deadline);
    }

    private PixelBudget budget() {
        return new PixelBudget(maxLayerPixels);
    }

    private LayerStack stack(ResolvedServing request, PixelBudget budget, Deadline deadline) {
        Resampler resampler = new Resampler(Kernel.of(request.reply().resMode()), Edge.CLAMP);
        ArtMaker arts = new ArtMaker(this::picture, shelf, resampler, budget, deadline);
        Footprint place = arts.art(request.layers().get(0), Optional.empty(), Optional.empty())
                .footprint();
        Size canvas = new Size(View.pixels(place.width()), View.pixels(place.height()));
        View view = View.of(canvas, request.view(), request.reply(), maxPixels);
        return new LayerStack(request.layers(), arts, budget, canvas, place, view, deadline);
    }

    /** Requests nested in one share its budget. */
    private SourcePicture picture(ImageSource source, PixelBudget budget, Deadline deadline) {
        return source instanceof ImageSource.Served served
                ? SourcePicture.of(render(served.request(), budget, deadline))
                : pictures.apply(source, deadline);
    }

    private PixelBuffer render(ResolvedServing request, PixelBudget budget, Deadline deadline) {
        LayerStack stack = stack(request, budget, deadline);
        Composite composite = request.composite();
        Retoucher retoucher = new Retoucher(composite.retouch(), stack.view().scale(), 1, deadline);
        EffectPainter painter = new EffectPainter(stack.view(), stack.canvas(), budget, deadline);
        int margin = retoucher.reach() + painter.reach(composite.effects());
        View view = stack.view().grown(margin);
        View drawn = composite.flip().map(flip -> mirrored(stack, view, flip)).orElse(view);
        PixelBuffer laid = retouched(retoucher, stack, stack.visible(drawn), stack.frame(drawn));
        Region part = laid.region().moved(-drawn.left(), -drawn.top());
        PixelBuffer clipped =
                Clipping.clip(composite.clip(), laid, part, drawn.across(), drawn.down(), budget, deadline);
        PixelBuffer frame = composite
                .flip()
                .map(flip -> Blending.flip(clipped, flip.leftRight(), flip.upDown()))
                .orElse(clipped);
        PixelBuffer faded = Blending.fade(
                composite.effects().isEmpty() ? frame : frame.copy(),
                composite.opacity().share());
        Size reply = stack.view().reply();
        PixelBuffer picture = stack.withEffects(composite.effects(), frame, faded, view)
                .cut(new Region(margin, margin, reply.width(), reply.height()));
        PixelBuffer marked = composite
                .watermark()
                .map(mark -> watermark(mark, stack, picture))
                .orElse(picture);
        return delivered(request, marked);
    }

    private static PixelBuffer retouched(Retoucher retoucher, LayerStack stack, Region visible, PixelBuffer frame) {
        if (retoucher.isIdle() || visible.isEmpty()) {
            return frame;
        }
        stack.budget().take(visible);
        PixelBuffer out = frame.writable();
        out.paste(retoucher.apply(out.cut(visible), stack::tone), visible.x(), visible.y());
        return out;
    }

    private static PixelBuffer delivered(ResolvedServing request, PixelBuffer picture) {
        if (request.kind().type() == RequestType.MASK) {
            return Blending.alphaAsGray(picture);
        }
        if (!request.reply().format().format().hasAlpha()) {
            Blending.fillBehind(picture, new LayerColor(request.view().background(), 255));
        }
        return picture;
    }

    /** The view in which the canvas lies so that it lies right once the whole picture is mirrored. */
    private static View mirrored(LayerStack stack, View view, Flip flip) {
        int width = View.pixels(stack.canvas().width() * view.across());
        int height = View.pixels(stack.canvas().height() * view.down());
        return new View(
                view.reply(),
                view.across(),
                view.down(),
                flip.leftRight() ? view.reply().width() - view.left() - width : view.left(),
                flip.upDown() ? view.reply().height() - view.top() - height : view.top());
    }

    private PixelBuffer watermark(Watermark mark, LayerStack stack, PixelBuffer below) {
        View view = stack.view();
        Size canvas = stack.canvas();
        PixelBuffer picture = render(mark.picture(), stack.budget(), stack.deadline());
        double scale = mark.size()
                .map(size -> Math.min(
                        share(size.x(canvas.width()), picture.width()),
                        share(size.y(canvas.height()), picture.height())))
                .filter(Double::isFinite)
                .orElse(1.0);
        Size size = new Size(
                View.pixels(picture.width() * scale * view.across()),
                View.pixels(picture.height() * scale * view.down()));
        double free = canvas.width() * view.across() - size.width();
        double freeDown = canvas.height() * view.down() - size.height();
        int left = view.left() + View.position(free * (mark.align().x() + 1) / 2);
        int top = view.top() + View.position(freeDown * (mark.align().y() + 1) / 2);
        Region seen = new Region(left, top, size.width(), size.height()).intersect(stack.visible(view));
        if (seen.isEmpty()) {
            return below;
        }
        PixelBuffer pixels = new Resampler(Kernel.of(mark.picture().reply().resMode()), Edge.CLAMP)
                .scale(RowReader.of(picture), picture.size(), size, seen.moved(-left, -top), stack.deadline());
        PixelBuffer frame = below.writable();
        Blending.lay(pixels, seen.x(), seen.y(), seen, mark.blend(), view, frame);
        return frame;
    }

    private static double share(double box, double side) {
        return box > 0 ? box / side : Double.POSITIVE_INFINITY;
    }
}
