package dev.vitrine.render.serve;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.resample.Premultiplied;

/** Turns pictures, by linear interpolation between premultiplied pixels; quarter turns come out exact. */
final class Rotation {
    private static final int ROWS_PER_CHECK = 16;

    private Rotation() {}

    /**
     * Draws a part of a layer's content turned.
     *
     * @param turn where the whole content and the whole turned layer lie
     * @param content the part of the content that is needed
     * @param from where that lies
     * @param into transparent pixels of the wanted part of the turned layer
     * @param to where that lies
     */
    static void turn(Turn turn, PixelBuffer content, Region from, PixelBuffer into, Region to, Deadline deadline) {
        int[] pixels = Premultiplied.from(content.argb());
        int[] out = into.argb();
        for (int y = 0; y < into.height(); y++) {
            if (y % ROWS_PER_CHECK == 0) {
                deadline.check();
            }
            for (int x = 0; x < into.width(); x++) {
                double u = turn.u(to.x() + x + 0.5, to.y() + y + 0.5) - 0.5 - from.x();
                double v = turn.v(to.x() + x + 0.5, to.y() + y + 0.5) - 0.5 - from.y();
                out[y * into.width() + x] = sample(pixels, content.width(), content.height(), u, v);
            }
        }
        Premultiplied.toStraight(out);
    }

    /**
     * The way from the turned layer back to its content, both in pixels of the reply.
     *
     * @param content size of the content
     * @param turned size of the turned layer
     */
    record Turn(double sin, double cos, Footprint place, double width, double height, Size content, Size turned) {
        static Turn of(double degrees, Art art, Size content, Size turned) {
            return new Turn(
                    Footprint.sin(degrees),
                    Footprint.cos(degrees),
                    art.footprint(),
                    art.width(),
                    art.height(),
                    content,
                    turned);
        }

        double u(double x, double y) {
            return (cos * across(x) + sin * down(y) + place.anchorX()) * content.width() / width;
        }

        double v(double x, double y) {
            return (cos * down(y) - sin * across(x) + place.anchorY()) * content.height() / height;
        }

        private double across(double x) {
            return x * place.turnedWidth() / turned.width() - place.turnedX();
        }

        private double down(double y) {
            return y * place.turnedHeight() / turned.height() - place.turnedY();
        }

        /** The part of the content that a part of the turned layer shows. */
        Region needed(Region part) {
            double left = Double.POSITIVE_INFINITY;
            double top = Double.POSITIVE_INFINITY;
            double right = Double.NEGATIVE_INFINITY;
            double bottom = Double.NEGATIVE_INFINITY;
            for (int corner = 0; corner < 4; corner++) {
                double x = corner % 2 == 0 ? part.x() : part.right();
                double y = corner / 2 == 0 ? part.y() : part.bottom();
                left = Math.min(left, u(x, y));
                right = Math.max(right, u(x, y));
                top = Math.min(top, v(x, y));
                bottom = Math.max(bottom, v(x, y));
            }
            int x = (int) Math.max(0, Math.floor(left) - 2);
            int y = (int) Math.max(0, Math.floor(top) - 2);
            int width = (int) Math.min(content.width(), Math.ceil(right) + 2) - x;
            int height = (int) Math.min(content.height(), Math.ceil(bottom) + 2) - y;
            return width <= 0 || height <= 0 ? Region.EMPTY : new Region(x, y, width, height);
        }
    }

    private static int sample(int[] from, int width, int height, double u, double v) {
        int x = (int) Math.floor(u + 1e-9);
        int y = (int) Math.floor(v + 1e-9);
        if (x < -1 || y < -1 || x >= width || y >= height) {
            return 0;
        }
        int fx = (int) Math.max(0, Math.round((u - x) * 256));
        int fy = (int) Math.max(0, Math.round((v - y) * 256));
        int a = at(from, width, height, x, y);
        int b = at(from, width, height, x + 1, y);
        int c = at(from, width, height, x, y + 1);
        int d = at(from, width, height, x + 1, y + 1);
        int out = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            int upper = (a >>> shift & 255) * (256 - fx) + (b >>> shift & 255) * fx;
            int lower = (c >>> shift & 255) * (256 - fx) + (d >>> shift & 255) * fx;
            out |= (upper * (256 - fy) + lower * fy + (1 << 15)) >> 16 << shift;
        }
        return out;
    }

    private static int at(int[] from, int width, int height, int x, int y) {
        return x < 0 || y < 0 || x >= width || y >= height ? 0 : from[y * width + x];
    }
}
