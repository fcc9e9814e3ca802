package dev.vitrine.render.serve;

import dev.vitrine.catalog.resolve.ResolvedLayer;
import dev.vitrine.core.value.Margins;
import dev.vitrine.core.value.Measure;
import dev.vitrine.core.value.MeasuredBox;
import java.util.Optional;

/**
 * The rectangle that a layer takes up once it is turned and extended, in pixels of the canvas.
 *
 * @param turnedWidth after {@code rotate=}
 * @param anchorX where the center of rotation lies in the content, after {@code flip=}
 * @param turnedX where it lies in the turned layer
 * @param margins of the turned layer, in pixels
 * @param originX the point that is put in its place, from the left of the finished layer
 */
record Footprint(
        double turnedWidth,
        double turnedHeight,
        double anchorX,
        double anchorY,
        double turnedX,
        double turnedY,
        Margins margins,
        double originX,
        double originY) {
    private static final Measure CENTER = new Measure(0, 0, true);

    double width() {
        return Math.max(1, turnedWidth + margins.left() + margins.right());
    }

    double height() {
        return Math.max(1, turnedHeight + margins.top() + margins.bottom());
    }

    /**
     * The footprint of a layer.
     *
     * @param width of its content
     * @param source the part of the picture that is shown, in its pixels
     * @param sourceWidth of the whole picture
     * @param anchor from the top-left of the picture, or shares from its center; absent if nobody names one, so that the layer
     *     hangs on its own center
     */
    static Footprint of(
            ResolvedLayer layer,
            double width,
            double height,
            MeasuredBox source,
            double sourceWidth,
            double sourceHeight,
            Optional<Measure> anchor) {
        Measure pivot = anchor.orElse(CENTER);
        double x = point(pivot.x(), pivot.normalized(), sourceWidth);
        double y = point(pivot.y(), pivot.normalized(), sourceHeight);
        double ax = (x - source.x()) * width / source.width();
        double ay = (y - source.y()) * height / source.height();
        if (layer.shape().flip().isPresent()) {
            ax = layer.shape().flip().get().leftRight() ? width - ax : ax;
            ay = layer.shape().flip().get().upDown() ? height - ay : ay;
        }
        double sin = sin(layer.shape().rotation());
        double cos = cos(layer.shape().rotation());
        double left = Math.min(Math.min(0, -sin * height), Math.min(cos * width, cos * width - sin * height));
        double right = Math.max(Math.max(0, -sin * height), Math.max(cos * width, cos * width - sin * height));
        double top = Math.min(Math.min(0, cos * height), Math.min(sin * width, sin * width + cos * height));
        double bottom = Math.max(Math.max(0, cos * height), Math.max(sin * width, sin * width + cos * height));
        double tx = cos * ax - sin * ay - left;
        double ty = sin * ax + cos * ay - top;
        Margins margins = layer.shape().extend().of(right - left, bottom - top);
        Footprint plain = new Footprint(right - left, bottom - top, ax, ay, tx, ty, margins, 0, 0);
        Measure origin = layer.place()
                .origin()
                .or(() -> anchor.map(a -> new Measure(tx + margins.left(), ty + margins.top(), false)))
                .orElse(CENTER);
        return new Footprint(
                right - left,
                bottom - top,
                ax,
                ay,
                tx,
                ty,
                margins,
                point(origin.x(), origin.normalized(), plain.width()),
                point(origin.y(), origin.normalized(), plain.height()));
    }

    private static double point(double value, boolean normalized, double length) {
        return normalized ? (0.5 + value) * length : value;
    }

    /** Exact for quarter turns. */
    static double sin(double degrees) {
        double turned = degrees % 360;
        return turned % 90 == 0
                ? new double[] {0, 1, 0, -1}[Math.floorMod((int) (turned / 90), 4)]
                : StrictMath.sin(StrictMath.toRadians(turned));
    }

    static double cos(double degrees) {
        return sin(degrees + 90);
    }
}
