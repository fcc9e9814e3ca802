package dev.vitrine.render.serve;

import dev.vitrine.catalog.resolve.ImageSource;
import dev.vitrine.catalog.resolve.LayerContent;
import dev.vitrine.catalog.resolve.ResolvedLayer;
import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.LayerColor;
import dev.vitrine.core.value.Measure;
import dev.vitrine.core.value.MeasuredBox;
import dev.vitrine.core.value.Size;
import dev.vitrine.core.value.TextAttributes;
import dev.vitrine.core.value.TextAttributes.Sizing;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.resample.Premultiplied;
import dev.vitrine.render.resample.Resampler;
import dev.vitrine.render.text.FontShelf;
import dev.vitrine.render.text.RtfReader;
import dev.vitrine.render.text.StyledText;
import dev.vitrine.render.text.TextBlock;
import dev.vitrine.render.text.TextLayout;
import dev.vitrine.render.text.TextPainter;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;

/** Finds out how large the content of a layer is, and how it is drawn: the pictures, colors and texts of one request. */
final class ArtMaker {
    private static final Measure CENTER = new Measure(0, 0, true);

    /** Letters of a legible text are at least this high in the reply, in pixels, if there is room. */
    private static final double LEGIBLE = 11;

    private static final double MOST_GROWTH = 8;

    private final BiFunction<ImageSource, Deadline, PixelBuffer> pictures;
    private final FontShelf shelf;
    private final Resampler resampler;
    private final PixelBudget budget;
    private final Deadline deadline;

    ArtMaker(
            BiFunction<ImageSource, Deadline, PixelBuffer> pictures,
            FontShelf shelf,
            Resampler resampler,
            PixelBudget budget,
            Deadline deadline) {
        this.pictures = pictures;
        this.shelf = shelf;
        this.resampler = resampler;
        this.budget = budget;
        this.deadline = deadline;
    }

    /**
     * The content of a layer.
     *
     * @param canvas absent for the layer that is the canvas
     * @param view absent as long as it is not known
     */
    Art art(ResolvedLayer layer, Optional<Size> canvas, Optional<View> view) {
        deadline.check();
        if (layer.content() instanceof LayerContent.Picture picture) {
            PixelBuffer whole = pictures.apply(picture.source(), deadline);
            Optional<PixelBuffer> mask = picture.mask().map(m -> pictures.apply(m, deadline));
            Measure anchor = layer.place().anchor().or(picture::anchor).orElse(CENTER);
            return picture(
                    layer, canvas, whole.size(), anchor, box -> masked(cut(whole, box), mask, box, whole.size()));
        }
        if (layer.content() instanceof LayerContent.Text text) {
            return text(layer, text, canvas, view);
        }
        return solid(layer, (LayerContent.Solid) layer.content(), canvas);
    }

    /** Makes the wanted part of a source. */
    private interface Cutter {
        PixelBuffer cut(MeasuredBox box);
    }

    private Art picture(ResolvedLayer layer, Optional<Size> canvas, Size whole, Measure anchor, Cutter cutter) {
        MeasuredBox box =
                layer.shape().crop().map(crop -> whole(crop.in(whole))).orElse(all(whole));
        double scale = layer.shape()
                .size()
                .map(size -> fitted(size, canvas, box))
                .orElse(layer.shape().scale());
        double width = side(box.width() * scale);
        double height = side(box.height() * scale);
        Footprint footprint = Footprint.of(layer, width, height, box, whole.width(), whole.height(), anchor);
        return new Art(width, height, footprint, (size, view) -> {
            PixelBuffer scaled = resampler.scale(cutter.cut(box), size, deadline);
            return colored(scaled.copy(), layer);
        });
    }

    private Art solid(ResolvedLayer layer, LayerContent.Solid solid, Optional<Size> canvas) {
        LayerColor color = layer.paint().color();
        if (solid.mask().isPresent()) {
            PixelBuffer mask = pictures.apply(solid.mask().get(), deadline);
            return picture(layer, canvas, mask.size(), layer.place().anchor().orElse(CENTER), box -> {
                PixelBuffer filled = flat(new Size((int) box.width(), (int) box.height()), color.argb());
                return masked(filled, Optional.of(mask), box, mask.size());
            });
        }
        Measure size = layer.shape().size().orElse(CENTER);
        double width = size.x(canvas.map(Size::width).orElse(0));
        double height = size.y(canvas.map(Size::height).orElse(0));
        if (width < 0.5 || height < 0.5) {
            throw Failures.malformed("layer " + layer.number() + " has neither an image nor text nor a whole size");
        }
        Footprint footprint = boxed(layer, side(width), side(height));
        return new Art(side(width), side(height), footprint, (pixels, view) -> {
            PixelBuffer filled = flat(pixels, color.argb());
            Blending.fade(filled, layer.paint().opacity().share());
            return filled;
        });
    }

    private Art text(ResolvedLayer layer, LayerContent.Text text, Optional<Size> canvas, Optional<View> view) {
        StyledText styled = RtfReader.read(text.rtf());
        Measure size = layer.shape().size().orElse(CENTER);
        double width = size.x(canvas.map(Size::width).orElse(0));
        double height = size.y(canvas.map(Size::height).orElse(0));
        boolean wide = width >= 0.5;
        boolean high = wide && height >= 0.5;
        TextAttributes attributes = text.attributes();
        double growth = 1;
        if (text.legible()) {
            double letters = styled.smallest()
                    * attributes.resolution()
                    / 72
                    * view.map(View::down).orElse(1.0);
            growth = high ? Math.min(MOST_GROWTH, Math.max(1, LEGIBLE / letters)) : 1;
            attributes = attributes.sizing() == Sizing.FIXEDRES ? attributes.sized(Sizing.MAXRES) : attributes;
        }
        TextBlock block = new TextLayout(shelf)
                .lay(
                        styled,
                        attributes,
                        text.fonts(),
                        wide ? side(width) : Double.POSITIVE_INFINITY,
                        high ? side(height) : Double.POSITIVE_INFINITY,
                        growth,
                        deadline);
        double boxWidth = wide ? side(width) : side(Math.ceil(block.width()));
        double boxHeight = high ? side(height) : side(Math.ceil(block.height()));
        double free = boxHeight - block.height();
        double top = switch (styled.vertical()) {
            case TOP -> 0;
            case CENTER -> free / 2;
            case BOTTOM -> free;
        };
        boolean smooth = attributes.antiAliasing();
        return new Art(boxWidth, boxHeight, boxed(layer, boxWidth, boxHeight), (pixels, known) -> {
            double across = pixels.width() / boxWidth;
            double down = pixels.height() / boxHeight;
            PixelBuffer painted = new TextPainter(smooth).paint(block, pixels, top, across, down, deadline);
            return colored(painted, layer);
        });
    }

    private static Footprint boxed(ResolvedLayer layer, double width, double height) {
        MeasuredBox box = new MeasuredBox(0, 0, width, height, false);
        return Footprint.of(
                layer, width, height, box, width, height, layer.place().anchor().orElse(CENTER));
    }

    /** Content with less opacity, then the layer's color behind it. */
    private static PixelBuffer colored(PixelBuffer content, ResolvedLayer layer) {
        if (layer.paint().opacity().share() < 1) {
            Blending.fade(content, layer.paint().opacity().share());
        }
        if (!(layer.content() instanceof LayerContent.Solid)) {
            Blending.fillBehind(content, layer.paint().color());
        }
        return content;
    }

    private PixelBuffer flat(Size size, int argb) {
        PixelBuffer filled = budget.blank(size);
        Arrays.fill(filled.argb(), argb);
        return filled;
    }

    /** Part of a picture; what lies beyond it is transparent. */
    private PixelBuffer cut(PixelBuffer whole, MeasuredBox box) {
        if (box.equals(all(whole.size()))) {
            return whole;
        }
        budget.take(box.width(), box.height());
        PixelBuffer part = PixelBuffer.blank((int) box.width(), (int) box.height());
        int left = (int) Math.max(0, -box.x());
        int right = (int) Math.min(box.width(), whole.width() - box.x());
        for (int y = 0; y < part.height(); y++) {
            int row = (int) box.y() + y;
            if (row >= 0 && row < whole.height() && right > left) {
                int from = row * whole.width() + (int) box.x() + left;
                System.arraycopy(whole.argb(), from, part.argb(), y * part.width() + left, right - left);
            }
        }
        return part;
    }

    /** A part whose alpha is that of the same part of a mask, or its gray. */
    private PixelBuffer masked(PixelBuffer part, Optional<PixelBuffer> mask, MeasuredBox box, Size whole) {
        if (mask.isEmpty()) {
            return part;
        }
        PixelBuffer cover = cut(resampler.scale(mask.get(), whole, deadline), box);
        boolean opaque = Premultiplied.isOpaque(mask.get().argb());
        PixelBuffer out = part.copy();
        for (int i = 0; i < out.argb().length; i++) {
            int p = cover.argb()[i];
            int gray = (77 * (p >> 16 & 255) + 151 * (p >> 8 & 255) + 28 * (p & 255) + 128) >> 8;
            int alpha = opaque && p != 0 ? gray : p >>> 24;
            int share = layerAlpha(out.argb()[i], alpha);
            out.argb()[i] = share << 24 | (out.argb()[i] & 0xffffff);
        }
        return out;
    }

    private static int layerAlpha(int pixel, int mask) {
        return (pixel >>> 24) == 255 ? mask : ((pixel >>> 24) * mask + 127) / 255;
    }

    private static double fitted(Measure size, Optional<Size> canvas, MeasuredBox box) {
        double width = size.x(canvas.map(Size::width).orElse(0));
        double height = size.y(canvas.map(Size::height).orElse(0));
        double across = width > 0 ? width / box.width() : Double.POSITIVE_INFINITY;
        double down = height > 0 ? height / box.height() : Double.POSITIVE_INFINITY;
        double scale = Math.min(across, down);
        return Double.isInfinite(scale) ? 1 : scale;
    }

    private static MeasuredBox all(Size whole) {
        return new MeasuredBox(0, 0, whole.width(), whole.height(), false);
    }

    private static MeasuredBox whole(MeasuredBox box) {
        return new MeasuredBox(Math.rint(box.x()), Math.rint(box.y()), side(box.width()), side(box.height()), false);
    }

    private static double side(double length) {
        return Math.max(1, Math.rint(length));
    }
}
