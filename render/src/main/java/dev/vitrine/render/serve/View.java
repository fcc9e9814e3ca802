package dev.vitrine.render.serve;

import dev.vitrine.catalog.resolve.ReplySettings;
import dev.vitrine.catalog.resolve.ScaleRequest;
import dev.vitrine.catalog.resolve.ServedView;
import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.value.Fit;
import dev.vitrine.core.value.MeasuredBox;
import dev.vitrine.core.value.Size;
import dev.vitrine.core.value.ViewRect;
import dev.vitrine.render.pixel.Region;

/**
 * Where the canvas lies in the reply.
 *
 * @param across reply pixels for each pixel of the canvas
 * @param down likewise
 * @param left where the canvas begins in the reply; may be negative
 * @param top likewise
 */
record View(Size reply, double across, double down, int left, int top) {
    /** Sums of a few of these still fit an int. */
    private static final double FARTHEST = 1 << 28;

    /** Works it out; ends the request if the reply would be too large, and may not be shrunk. */
    static View of(Size canvas, ServedView view, ReplySettings settings, long maxPixels) {
        View whole = whole(canvas, view, settings, maxPixels);
        View wanted = view.rect().map(whole::cut).orElse(whole);
        check(wanted.reply(), settings.scale(), maxPixels);
        return wanted;
    }

    private static void check(Size reply, ScaleRequest asked, long maxPixels) {
        if ((long) reply.width() * reply.height() > maxPixels) {
            throw Failures.replyTooLarge(reply.toString(), maxPixels + " pixels");
        }
        asked.most().ifPresent(most -> {
            if (reply.width() > most.width() || reply.height() > most.height()) {
                throw Failures.replyTooLarge(reply.toString(), most.toString());
            }
        });
    }

    private static View whole(Size canvas, ServedView view, ReplySettings settings, long maxPixels) {
        MeasuredBox region = view.region()
                .map(r -> r.in(canvas))
                .orElse(new MeasuredBox(0, 0, canvas.width(), canvas.height(), false));
        Scale wanted = scale(region, view.fit(), settings.scale())
                .times(settings.scale().density());
        Scale scale = wanted.times(settings.scale().shrinkage(wanted.width(), wanted.height(), maxPixels));
        Size reply = new Size(pixels(scale.width()), pixels(scale.height()));
        double free = reply.width() - Math.rint(region.width() * scale.across());
        double freeDown = reply.height() - Math.rint(region.height() * scale.down());
        return new View(
                reply,
                scale.across(),
                scale.down(),
                position(Math.floor(free * (view.align().x() + 1) / 2) - Math.rint(region.x() * scale.across())),
                position(Math.floor(freeDown * (view.align().y() + 1) / 2) - Math.rint(region.y() * scale.down())));
    }

    /** The wanted part of the finished view alone, at its own scale. */
    private View cut(ViewRect rect) {
        MeasuredBox box = rect.box();
        return new View(
                new Size(pixels(box.width()), pixels(box.height())),
                across * rect.scale(),
                down * rect.scale(),
                position(Math.rint(left * rect.scale()) - Math.rint(box.x())),
                position(Math.rint(top * rect.scale()) - Math.rint(box.y())));
    }

    /** With so many pixels more on every side. */
    View grown(int margin) {
        return new View(
                new Size(reply.width() + 2 * margin, reply.height() + 2 * margin),
                across,
                down,
                left + margin,
                top + margin);
    }

    /** Reply pixels for each pixel of the canvas, where both directions have to share one number. */
    double scale() {
        return Math.sqrt(across * down);
    }

    /** All of the reply. */
    Region region() {
        return new Region(0, 0, reply.width(), reply.height());
    }

    /** The part of the reply that the canvas covers. */
    Region canvas(Size canvas) {
        Region all = new Region(left, top, pixels(canvas.width() * across), pixels(canvas.height() * down));
        return all.intersect(region());
    }

    /** A length in whole pixels: at least 1, and no more than can be counted. */
    static int pixels(double length) {
        return (int) Math.max(1, Math.min(FARTHEST, Math.rint(length)));
    }

    /** A place in whole pixels, no farther away than can be counted. */
    static int position(double place) {
        return (int) Math.max(-FARTHEST, Math.min(FARTHEST, Math.rint(place)));
    }

    private record Scale(double across, double down, double width, double height) {
        Scale times(double factor) {
            return new Scale(across * factor, down * factor, width * factor, height * factor);
        }
    }

    private static Scale scale(MeasuredBox region, Fit fit, ScaleRequest asked) {
        double width = asked.width().isPresent() ? asked.width().getAsInt() : Double.NaN;
        double height = asked.height().isPresent() ? asked.height().getAsInt() : Double.NaN;
        if (asked.inverseScale().isPresent()) {
            double scale = 1 / asked.inverseScale().getAsDouble();
            return new Scale(scale, scale, or(width, region.width() * scale), or(height, region.height() * scale));
        }
        if (asked.width().isEmpty() && asked.height().isEmpty()) {
            double across =
                    asked.fallbackWidth().isPresent() ? asked.fallbackWidth().getAsInt() / region.width() : 1;
            double down =
                    asked.fallbackHeight().isPresent() ? asked.fallbackHeight().getAsInt() / region.height() : 1;
            double scale = Math.min(1, Math.min(across, down));
            return new Scale(scale, scale, region.width() * scale, region.height() * scale);
        }
        double most = fit.upscale() ? Double.POSITIVE_INFINITY : 1;
        double across = Math.min(most, width / region.width());
        double down = Math.min(most, height / region.height());
        if (asked.width().isEmpty() || asked.height().isEmpty()) {
            double scale = asked.height().isEmpty() ? across : down;
            boolean tight = fit.mode() == Fit.Mode.CONSTRAIN || fit.mode() == Fit.Mode.WRAP;
            double wide = region.width() * scale;
            double high = region.height() * scale;
            return new Scale(scale, scale, tight ? wide : or(width, wide), tight ? high : or(height, high));
        }
        double less = Math.min(across, down);
        double more = Math.max(across, down);
        return switch (fit.mode()) {
            case FIT -> new Scale(less, less, width, height);
            case CONSTRAIN -> new Scale(less, less, region.width() * less, region.height() * less);
            case CROP -> new Scale(more, more, width, height);
            case WRAP -> new Scale(more, more, region.width() * more, region.height() * more);
            case STRETCH -> new Scale(across, down, width, height);
            case HFIT -> new Scale(across, across, width, height);
            case VFIT -> new Scale(down, down, width, height);
        };
    }

    private static double or(double wanted, double otherwise) {
        return Double.isNaN(wanted) ? otherwise : wanted;
    }
}
