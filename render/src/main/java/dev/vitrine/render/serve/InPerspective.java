package dev.vitrine.render.serve;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.MeasuredBox;
import dev.vitrine.core.value.Perspective;
import dev.vitrine.core.value.Perspective.Sampling;
import dev.vitrine.core.value.RealPair;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.geometry.Homography;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.resample.Premultiplied;
import java.util.Arrays;
import java.util.List;

/**
 * Draws content in perspective: every pixel is the mean of sixteen places in it, each between four pixels of the content, which is drawn
 * about as large as its longest edges come out, and never larger than it is.
 */
final class InPerspective implements Art.Brush {
    private static final int LINES = 4;
    private static final int ONE = 256;

    private final Art content;
    private final Perspective quad;
    private final MeasuredBox box;
    private final PixelBudget budget;
    private final Deadline deadline;

    /**
     * Made of its parts.
     *
     * @param quad where the content comes to lie, in pixels of the canvas
     * @param box what is drawn, in the same pixels
     */
    InPerspective(Art content, Perspective quad, MeasuredBox box, PixelBudget budget, Deadline deadline) {
        this.content = content;
        this.quad = quad;
        this.box = box;
        this.budget = budget;
        this.deadline = deadline;
    }

    @Override
    public PixelBuffer draw(Size whole, Region part) {
        double across = whole.width() / box.width();
        double down = whole.height() / box.height();
        List<RealPair> corners = quad.corners().stream()
                .map(corner -> new RealPair((corner.x() - box.x()) * across, (corner.y() - box.y()) * down))
                .toList();
        Size size = new Size(side(content.width(), corners, 0, 1, 3, 2), side(content.height(), corners, 0, 3, 1, 2));
        budget.take(size.width(), size.height());
        PixelBuffer drawn = content.brush().draw(size, new Region(0, 0, size.width(), size.height()));
        Source source = new Source(Premultiplied.from(drawn.argb()), size.width(), size.height());
        Homography back = Homography.ofQuad(corners, size.width(), size.height());
        PixelBuffer out = budget.blank(part);
        int lines = quad.sampling() == Sampling.R3 ? LINES : 1;
        int[] sums = new int[4];
        for (int y = 0; y < part.height(); y++) {
            deadline.check();
            for (int x = 0; x < part.width(); x++) {
                out.argb()[y * part.width() + x] = pixel(source, back, part.x() + x, part.y() + y, lines, sums);
            }
        }
        Premultiplied.toStraight(out.argb());
        return out;
    }

    /** So many pixels that neither of two opposite edges has to be enlarged, unless the content is not that large. */
    private static int side(double own, List<RealPair> corners, int a, int b, int c, int d) {
        double longest = Math.max(distance(corners.get(a), corners.get(b)), distance(corners.get(c), corners.get(d)));
        return View.pixels(Math.min(own, Math.ceil(longest)));
    }

    private static double distance(RealPair a, RealPair b) {
        return Math.sqrt((a.x() - b.x()) * (a.x() - b.x()) + (a.y() - b.y()) * (a.y() - b.y()));
    }

    private int pixel(Source source, Homography back, int x, int y, int lines, int[] sums) {
        Arrays.fill(sums, 0);
        for (int i = 0; i < lines * lines; i++) {
            int row = i / lines;
            double px = x + (i - row * lines + 0.5) / lines;
            double py = y + (row + 0.5) / lines;
            double w = back.g() * px + back.h() * py + back.i();
            double u = (back.a() * px + back.b() * py + back.c()) / w;
            double v = (back.d() * px + back.e() * py + back.f()) / w;
            if (u >= 0 && v >= 0 && u < source.width && v < source.height) {
                if (quad.sampling() == Sampling.R1) {
                    return source.nearest(u, v);
                }
                source.add(u, v, sums);
            }
        }
        int all = lines * lines * ONE * ONE;
        int out = 0;
        for (int i = 0; i < 4; i++) {
            int mean = (sums[i] + all / 2) / all;
            out |= mean << (8 * i);
        }
        return out;
    }

    /** Premultiplied pixels; beyond its edge a picture goes on as it ends. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Source(int[] pixels, int width, int height) {
        int nearest(double u, double v) {
            int row = (int) v;
            return pixels[row * width + (int) u];
        }

        void add(double u, double v, int[] sums) {
            double left = Math.max(0, Math.min(width - 1.0, u - 0.5));
            double top = Math.max(0, Math.min(height - 1.0, v - 0.5));
            int x = (int) left;
            int y = (int) top;
            int fx = (int) Math.round((left - x) * ONE);
            int fy = (int) Math.round((top - y) * ONE);
            int right = Math.min(width - 1, x + 1);
            int lower = Math.min(height - 1, y + 1) * width;
            int a = pixels[y * width + x];
            int b = pixels[y * width + right];
            int c = pixels[lower + x];
            int d = pixels[lower + right];
            for (int i = 0; i < 4; i++) {
                int shift = 8 * i;
                int above = (a >>> shift & 255) * (ONE - fx) + (b >>> shift & 255) * fx;
                int below = (c >>> shift & 255) * (ONE - fx) + (d >>> shift & 255) * fx;
                sums[i] += above * (ONE - fy) + below * fy;
            }
        }
    }
}
