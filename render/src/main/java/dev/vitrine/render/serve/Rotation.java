package dev.vitrine.render.serve;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.resample.Premultiplied;

/** Turns pictures, by linear interpolation between premultiplied pixels; quarter turns come out exact. */
final class Rotation {
    private static final int ROWS_PER_CHECK = 16;

    private Rotation() {}

    /**
     * Draws a layer's content turned.
     *
     * @param width of the content in pixels of the canvas
     * @param into transparent pixels of the size of the turned layer
     * @param view for the scale in both directions
     */
    static void turn(
            PixelBuffer content,
            double width,
            double height,
            double degrees,
            Footprint place,
            View view,
            PixelBuffer into,
            Deadline deadline) {
        double sin = Footprint.sin(degrees);
        double cos = Footprint.cos(degrees);
        int[] from = Premultiplied.from(content.argb());
        int[] out = into.argb();
        for (int y = 0; y < into.height(); y++) {
            if (y % ROWS_PER_CHECK == 0) {
                deadline.check();
            }
            double dy = (y + 0.5) * place.turnedHeight() / into.height() - place.turnedY();
            for (int x = 0; x < into.width(); x++) {
                double dx = (x + 0.5) * place.turnedWidth() / into.width() - place.turnedX();
                double u = (cos * dx + sin * dy + place.anchorX()) * content.width() / width - 0.5;
                double v = (cos * dy - sin * dx + place.anchorY()) * content.height() / height - 0.5;
                out[y * into.width() + x] = sample(from, content.width(), content.height(), u, v);
            }
        }
        Premultiplied.toStraight(out);
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
