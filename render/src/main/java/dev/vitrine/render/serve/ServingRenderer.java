package dev.vitrine.render.serve;

import dev.vitrine.catalog.resolve.ImageSource;
import dev.vitrine.catalog.resolve.ResolvedLayer;
import dev.vitrine.catalog.resolve.ResolvedServing;
import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.Flip;
import dev.vitrine.core.value.LayerColor;
import dev.vitrine.core.value.Margins;
import dev.vitrine.core.value.Measure;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.resample.Edge;
import dev.vitrine.render.resample.Kernel;
import dev.vitrine.render.resample.Resampler;
import dev.vitrine.render.text.FontShelf;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Makes the pictures of Image Serving requests. What happens to a layer, in this order: crop, scale, flip, opacity, color
 * behind it, rotate, extend, background behind it; then its origin is put in its place. Layer 0 is the canvas: it lies where
 * it lies, and what reaches beyond it is cut off. Safe for many threads.
 */
public final class ServingRenderer {
    private final BiFunction<ImageSource, Deadline, PixelBuffer> pictures;
    private final FontShelf shelf;
    private final long maxPixels;
    private final long maxLayerPixels;

    /**
     * Made of its parts.
     *
     * @param pictures hands out the pixels of sources, which may be shared
     * @param maxPixels the most pixels of a reply, whatever a catalog allows
     * @param maxLayerPixels the most pixels of all layers together, each counted for every picture that is made of it
     */
    public ServingRenderer(
            BiFunction<ImageSource, Deadline, PixelBuffer> pictures,
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
        return stage(request, deadline).view().reply();
    }

    /** What is known once layer 0 is. */
    private record Stage(ArtMaker arts, PixelBudget budget, Size canvas, Footprint canvasPlace, View view) {}

    private Stage stage(ResolvedServing request, Deadline deadline) {
        PixelBudget budget = new PixelBudget(maxLayerPixels);
        Resampler resampler = new Resampler(Kernel.of(request.reply().resMode()), Edge.CLAMP);
        ArtMaker arts = new ArtMaker(pictures, shelf, resampler, budget, deadline);
        Footprint place = arts.art(request.layers().get(0), Optional.empty(), Optional.empty())
                .footprint();
        Size canvas = new Size(pixels(place.width()), pixels(place.height()));
        return new Stage(arts, budget, canvas, place, View.of(canvas, request.view(), request.reply(), maxPixels));
    }

    /** The picture; opaque unless the reply's format has alpha. */
    public PixelBuffer render(ResolvedServing request, Deadline deadline) {
        Stage stage = stage(request, deadline);
        View view = request.flip().map(flip -> mirrored(stage, flip)).orElse(stage.view());
        PixelBuffer frame = PixelBuffer.blank(view.reply().width(), view.reply().height());
        for (ResolvedLayer layer : request.layers()) {
            deadline.check();
            draw(layer, stage, view, frame, deadline);
        }
        request.flip().ifPresent(flip -> Blending.flip(frame, flip.leftRight(), flip.upDown()));
        if (request.opacity().share() < 1) {
            Blending.fade(frame, request.opacity().share());
        }
        if (!request.reply().format().format().hasAlpha()) {
            Blending.fillBehind(frame, new LayerColor(request.view().background(), 255));
        }
        return frame;
    }

    /** The view in which the canvas lies so that it lies right once the whole picture is mirrored. */
    private static View mirrored(Stage stage, Flip flip) {
        View view = stage.view();
        int width = pixels(stage.canvas().width() * view.across());
        int height = pixels(stage.canvas().height() * view.down());
        return new View(
                view.reply(),
                view.across(),
                view.down(),
                flip.leftRight() ? view.reply().width() - view.left() - width : view.left(),
                flip.upDown() ? view.reply().height() - view.top() - height : view.top());
    }

    private static void draw(ResolvedLayer layer, Stage stage, View view, PixelBuffer frame, Deadline deadline) {
        boolean isCanvas = layer.number() == 0;
        Art art = stage.arts().art(layer, isCanvas ? Optional.empty() : Optional.of(stage.canvas()), Optional.of(view));
        Footprint place = art.footprint();
        Measure position = layer.place().position();
        double x = isCanvas
                ? 0
                : stage.canvasPlace().originX() + position.x(stage.canvas().width()) - place.originX();
        double y = isCanvas
                ? 0
                : stage.canvasPlace().originY() + position.y(stage.canvas().height()) - place.originY();
        double left = view.left() + Math.rint(x * view.across());
        double top = view.top() + Math.rint(y * view.down());
        double width = place.width() * view.across();
        double height = place.height() * view.down();
        boolean isSeen = left < frame.width() && top < frame.height() && left + width > -1 && top + height > -1;
        if (isSeen) {
            stage.budget().take(width, height);
            PixelBuffer pixels = finished(layer, art, stage, view, deadline);
            lay(pixels, (int) left, (int) top, layer, visible(stage, view, frame), frame);
        }
    }

    /** The part of the frame that the canvas covers. */
    private static Region visible(Stage stage, View view, PixelBuffer frame) {
        Region canvas = new Region(
                view.left(),
                view.top(),
                pixels(stage.canvas().width() * view.across()),
                pixels(stage.canvas().height() * view.down()));
        return canvas.intersect(new Region(0, 0, frame.width(), frame.height()));
    }

    private static PixelBuffer finished(ResolvedLayer layer, Art art, Stage stage, View view, Deadline deadline) {
        Size size = new Size(pixels(art.width() * view.across()), pixels(art.height() * view.down()));
        stage.budget().take(size.width(), size.height());
        PixelBuffer content = art.brush().draw(size, view);
        layer.shape().flip().ifPresent(flip -> Blending.flip(content, flip.leftRight(), flip.upDown()));
        PixelBuffer turned = content;
        Footprint place = art.footprint();
        if (layer.shape().rotation() % 360 != 0) {
            turned = stage.budget()
                    .blank(new Size(
                            pixels(place.turnedWidth() * view.across()), pixels(place.turnedHeight() * view.down())));
            Rotation.turn(content, art.width(), art.height(), layer.shape().rotation(), place, view, turned, deadline);
        }
        PixelBuffer whole = extended(turned, place, stage, view);
        Blending.fillBehind(whole, layer.paint().background());
        return whole;
    }

    private static PixelBuffer extended(PixelBuffer turned, Footprint place, Stage stage, View view) {
        Margins margins = place.margins();
        if (margins.equals(Margins.NONE)) {
            return turned;
        }
        PixelBuffer whole = stage.budget()
                .blank(new Size(pixels(place.width() * view.across()), pixels(place.height() * view.down())));
        int left = (int) Math.rint(margins.left() * view.across());
        int top = (int) Math.rint(margins.top() * view.down());
        Region seen = new Region(left, top, turned.width(), turned.height())
                .intersect(new Region(0, 0, whole.width(), whole.height()));
        for (int y = seen.y(); y < seen.bottom(); y++) {
            System.arraycopy(
                    turned.argb(),
                    (y - top) * turned.width() + seen.x() - left,
                    whole.argb(),
                    y * whole.width() + seen.x(),
                    seen.width());
        }
        return whole;
    }

    private static void lay(
            PixelBuffer pixels, int left, int top, ResolvedLayer layer, Region visible, PixelBuffer frame) {
        Region seen = new Region(left, top, pixels.width(), pixels.height()).intersect(visible);
        for (int y = seen.y(); y < seen.bottom(); y++) {
            for (int x = seen.x(); x < seen.right(); x++) {
                int at = y * frame.width() + x;
                frame.argb()[at] = Blending.over(
                        pixels.at(x - left, y - top),
                        frame.argb()[at],
                        layer.paint().blend());
            }
        }
    }

    private static int pixels(double length) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE / 4.0, Math.rint(length)));
    }
}
