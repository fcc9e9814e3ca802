package dev.vitrine.render.serve;

import dev.vitrine.catalog.resolve.ImageSource;
import dev.vitrine.catalog.resolve.LayerContent;
import dev.vitrine.catalog.resolve.MaskGrowth;
import dev.vitrine.catalog.resolve.ResolvedLayer;
import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.MaskUse;
import dev.vitrine.core.value.Measure;
import dev.vitrine.core.value.MeasuredBox;
import dev.vitrine.core.value.Perspective;
import dev.vitrine.core.value.Size;
import dev.vitrine.core.value.TextAttributes;
import dev.vitrine.core.value.TextAttributes.Sizing;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.resample.Resampler;
import dev.vitrine.render.resample.RowReader;
import dev.vitrine.render.text.FontShelf;
import dev.vitrine.render.text.RtfReader;
import dev.vitrine.render.text.StyledText;
import dev.vitrine.render.text.TextBlock;
import dev.vitrine.render.text.TextBox;
import dev.vitrine.render.text.TextLayout;
import dev.vitrine.render.text.TextPainter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds out how large the content of a layer is, and how it is drawn: the pictures, colors and texts of one request. */
final class ArtMaker {
    private static final Measure FREE = new Measure(0, 0, false);

    /** Letters of a legible text are at least this high in the reply, in pixels, if there is room. */
    private static final double LEGIBLE = 11;

    private static final double MOST_GROWTH = 8;

    private final Pictures pictures;
    private final FontShelf shelf;
    private final Resampler resampler;
    private final PixelBudget budget;
    private final Deadline deadline;
    private final Map<ImageSource, SourcePicture> known = new HashMap<>();

    ArtMaker(Pictures pictures, FontShelf shelf, Resampler resampler, PixelBudget budget, Deadline deadline) {
        this.pictures = pictures;
        this.shelf = shelf;
        this.resampler = resampler;
        this.budget = budget;
        this.deadline = deadline;
    }

    /** Hands out the pictures of sources. */
    interface Pictures {
        /**
         * The picture of one source.
         *
         * @param budget of the request that needs it; what is nested in it has no other
         */
        SourcePicture picture(ImageSource source, PixelBudget budget, Deadline deadline);
    }

    /** A source's picture; a request within this one is carried out once, however many layers show it. */
    private SourcePicture source(ImageSource source) {
        SourcePicture found = known.get(source);
        if (found == null) {
            found = pictures.picture(source, budget, deadline);
            known.put(source, found);
        }
        return found;
    }

    /**
     * The content of a layer.
     *
     * @param canvas absent for the layer that is the canvas
     * @param view absent as long as it is not known
     */
    Art art(ResolvedLayer layer, Optional<Size> canvas, Optional<View> view) {
        deadline.check();
        Art plain = plain(layer, canvas, view);
        return layer.shape()
                .perspective()
                .map(quad -> inPerspective(layer, plain, quad, canvas))
                .orElse(plain);
    }

    /** The canvas keeps its size; any other layer is as large as its content comes out. */
    private Art inPerspective(ResolvedLayer layer, Art plain, Perspective quad, Optional<Size> canvas) {
        MeasuredBox all = new MeasuredBox(0, 0, plain.width(), plain.height(), false);
        Perspective there = quad.on(
                canvas.map(size -> (double) size.width()).orElse(plain.width()),
                canvas.map(size -> (double) size.height()).orElse(plain.height()));
        MeasuredBox box = canvas.isPresent() ? there.box() : all;
        return new Art(
                box.width(),
                box.height(),
                box.width(),
                boxed(layer, box.width(), box.height(), Optional.empty()),
                new InPerspective(plain, there, box, budget, deadline));
    }

    private Art plain(ResolvedLayer layer, Optional<Size> canvas, Optional<View> view) {
        if (layer.content() instanceof LayerContent.Picture picture) {
            return picture(layer, picture, canvas);
        }
        if (layer.content() instanceof LayerContent.Text text) {
            return text(layer, text, canvas, view);
        }
        return solid(layer, (LayerContent.Solid) layer.content(), canvas);
    }

    private Art picture(ResolvedLayer layer, LayerContent.Picture picture, Optional<Size> canvas) {
        SourcePicture source = source(picture.source());
        Optional<Measure> anchor = layer.place().anchor().or(picture::anchor);
        if (picture.mask().isEmpty() && picture.maskUse() == MaskUse.NORM && source.shrinks()) {
            return cut(layer, canvas, Sheet.of(source), anchor);
        }
        PixelBuffer whole = source.whole();
        Optional<PixelBuffer> mask = picture.mask().map(m -> fitting(source(m).whole(), whole.size()));
        RowReader plain = RowReader.of(whole);
        RowReader rows = MaskedRows.masked(plain, mask, picture.maskUse(), false);
        RowReader opaque = MaskedRows.masked(plain, Optional.empty(), MaskUse.OFF, false);
        return masked(layer, canvas, rows, opaque, whole.size(), picture.growth(), anchor);
    }

    /** @param opaque the same rows without any mask */
    private Art masked(
            ResolvedLayer layer,
            Optional<Size> canvas,
            RowReader rows,
            RowReader opaque,
            Size size,
            MaskGrowth growth,
            Optional<Measure> anchor) {
        Art masked = cut(layer, canvas, Sheet.of(rows, size), anchor);
        return growth.isNone()
                ? masked
                : GrownMask.of(
                        masked,
                        cut(layer, canvas, Sheet.of(opaque, size), anchor).brush(),
                        growth,
                        budget,
                        deadline);
    }

    /** A mask of the size of its picture. */
    private PixelBuffer fitting(PixelBuffer mask, Size size) {
        if (mask.size().equals(size)) {
            return mask;
        }
        budget.take(size.width(), size.height());
        return resampler.scale(mask, size, deadline);
    }

    private Art cut(ResolvedLayer layer, Optional<Size> canvas, Sheet sheet, Optional<Measure> anchor) {
        Size whole = sheet.size();
        MeasuredBox all = new MeasuredBox(0, 0, whole.width(), whole.height(), false);
        MeasuredBox box =
                layer.shape().crop().map(crop -> whole(crop.in(whole))).orElse(all);
        boolean beyond = box.x() < 0
                || box.y() < 0
                || box.x() + box.width() > whole.width()
                || box.y() + box.height() > whole.height();
        if (beyond) {
            budget.takeRead(box.width(), box.height());
        }
        double scale = layer.shape()
                .size()
                .map(size -> fitted(size, canvas, box))
                .orElse(layer.shape().scale());
        double width = side(box.width() * scale);
        double height = side(box.height() * scale);
        Footprint footprint = Footprint.of(layer, width, height, box, whole.width(), whole.height(), anchor);
        return new Art(
                width,
                height,
                box.width(),
                footprint,
                (size, part) -> sheet.scaled(resampler, box, size, part, deadline));
    }

    private Art solid(ResolvedLayer layer, LayerContent.Solid solid, Optional<Size> canvas) {
        int argb = layer.paint().color().argb();
        if (solid.mask().isPresent()) {
            PixelBuffer mask = source(solid.mask().get()).whole();
            RowReader rows = MaskedRows.masked(MaskedRows.flat(argb), Optional.of(mask), solid.maskUse(), true);
            RowReader opaque = MaskedRows.flat(argb | 0xff000000);
            return masked(
                    layer,
                    canvas,
                    rows,
                    opaque,
                    mask.size(),
                    solid.growth(),
                    layer.place().anchor());
        }
        Measure size = layer.shape().size().orElse(FREE);
        double width = size.x(canvas.map(Size::width).orElse(0));
        double height = size.y(canvas.map(Size::height).orElse(0));
        boolean isSized = width >= 0.5 && height >= 0.5;
        if (!isSized && !(canvas.isPresent() && layer.shape().perspective().isPresent())) {
            throw Failures.malformed("layer " + layer.number() + " has neither an image nor text nor a whole size");
        }
        Footprint footprint =
                boxed(layer, side(width), side(height), layer.place().anchor());
        return new Art(side(width), side(height), side(width), footprint, (whole, part) -> {
            PixelBuffer filled = PixelBuffer.blank(part.width(), part.height());
            Arrays.fill(filled.argb(), argb);
            return filled;
        });
    }

    private Art text(ResolvedLayer layer, LayerContent.Text text, Optional<Size> canvas, Optional<View> view) {
        StyledText read = RtfReader.read(text.rtf());
        StyledText styled = text.precise() ? read.tight() : read;
        Measure size = layer.shape().size().orElse(FREE);
        double width = size.x(canvas.map(Size::width).orElse(0));
        double height = size.y(canvas.map(Size::height).orElse(0));
        boolean wide = width >= 0.5;
        boolean high = wide && height >= 0.5;
        boolean upright = TextBox.isUpright(text.angle());
        double lines = upright ? (high ? side(height) : 0) : wide ? side(width) : 0;
        double depth = upright ? (wide ? side(width) : 0) : high ? side(height) : 0;
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
                        lines > 0 ? lines : Double.POSITIVE_INFINITY,
                        depth > 0 ? depth : Double.POSITIVE_INFINITY,
                        growth,
                        deadline);
        TextBox box =
                TextBox.of(block, styled.vertical(), text.angle(), wide ? side(width) : 0, high ? side(height) : 0);
        Optional<Measure> anchor = layer.place().anchor();
        boolean hangs = text.precise() && !wide && anchor.isEmpty();
        Footprint footprint = boxed(layer, box.width(), box.height(), hangs ? Optional.of(box.start()) : anchor);
        TextPainter painter = new TextPainter(attributes.antiAliasing());
        return new Art(
                box.width(),
                box.height(),
                box.width(),
                footprint,
                (whole, part) -> painter.paint(block, box, whole, part, deadline));
    }

    private static Footprint boxed(ResolvedLayer layer, double width, double height, Optional<Measure> anchor) {
        MeasuredBox box = new MeasuredBox(0, 0, width, height, false);
        return Footprint.of(layer, width, height, box, width, height, anchor);
    }

    private static double fitted(Measure size, Optional<Size> canvas, MeasuredBox box) {
        double width = size.x(canvas.map(Size::width).orElse(0));
        double height = size.y(canvas.map(Size::height).orElse(0));
        double across = width > 0 ? width / box.width() : Double.POSITIVE_INFINITY;
        double down = height > 0 ? height / box.height() : Double.POSITIVE_INFINITY;
        double scale = Math.min(across, down);
        return Double.isInfinite(scale) ? 1 : scale;
    }

    private static MeasuredBox whole(MeasuredBox box) {
        return new MeasuredBox(Math.rint(box.x()), Math.rint(box.y()), side(box.width()), side(box.height()), false);
    }

    private static double side(double length) {
        return Math.max(1, Math.rint(length));
    }
}
