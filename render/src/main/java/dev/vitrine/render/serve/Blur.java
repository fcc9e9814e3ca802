package dev.vitrine.render.serve;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.render.pixel.PixelBuffer;

/**
 * Nearly a Gaussian blur, at a cost that does not depend on its width: three times the mean of a window of {@code 2 r + 1}
 * pixels and a share of the next one on either side (P. Gwosdek et al., "Theoretical Foundations of Gaussian Convolution by
 * Extended Box Filtering", 2011). Sums are whole numbers, so a part of a picture blurs like that part of the whole. Past the
 * end of a row its last pixel goes on.
 */
final class Blur {
    private static final int PASSES = 3;
    private static final int KEPT = 7;
    private static final int ONE = 256;
    private static final int ROWS_PER_CHECK = 32;

    private final int radius;
    private final int share;

    private Blur(int radius, int share) {
        this.radius = radius;
        this.share = share;
    }

    /** A blur that reaches about this many pixels to either side: its standard deviation is half of that. */
    static Blur ofRadius(double pixels) {
        double variance = pixels * pixels / 4 / PASSES;
        int r = (int) Math.floor(0.5 * Math.sqrt(12 * variance + 1) - 0.5);
        double rest = (2 * r + 1) * (r * (r + 1.0) - 3 * variance) / (6 * (variance - (r + 1.0) * (r + 1.0)));
        return new Blur(r, (int) Math.rint(Math.max(0, Math.min(1, rest)) * ONE));
    }

    /** How far away pixels may be that count for a pixel. */
    int reach() {
        return isNone() ? 0 : PASSES * (radius + 1);
    }

    private boolean isNone() {
        return radius == 0 && share == 0;
    }

    /** A blurred picture of straight pixels; the same buffer if there is nothing to do. */
    PixelBuffer apply(PixelBuffer picture, Deadline deadline) {
        if (isNone()) {
            return picture;
        }
        return Planes.changed(picture, plane -> {
            blur(plane, picture.width(), picture.height(), deadline);
            return plane;
        });
    }

    /** Blurs one component from 0 to 255, in place. */
    void blur(int[] plane, int width, int height, Deadline deadline) {
        if (isNone()) {
            return;
        }
        int[] line = new int[Math.max(width, height)];
        int[] blurred = new int[line.length];
        for (int y = 0; y < height; y++) {
            check(y, deadline);
            System.arraycopy(plane, y * width, line, 0, width);
            System.arraycopy(passes(line, blurred, width), 0, plane, y * width, width);
        }
        for (int x = 0; x < width; x++) {
            check(x, deadline);
            for (int y = 0; y < height; y++) {
                line[y] = plane[y * width + x];
            }
            int[] done = passes(line, blurred, height);
            for (int y = 0; y < height; y++) {
                plane[y * width + x] = done[y];
            }
        }
    }

    private static void check(int line, Deadline deadline) {
        if (line % ROWS_PER_CHECK == 0) {
            deadline.check();
        }
    }

    private int[] passes(int[] line, int[] spare, int length) {
        int[] from = line;
        int[] to = spare;
        for (int i = 0; i < length; i++) {
            from[i] <<= KEPT;
        }
        for (int pass = 0; pass < PASSES; pass++) {
            pass(from, to, length);
            int[] swap = from;
            from = to;
            to = swap;
        }
        for (int i = 0; i < length; i++) {
            from[i] = (from[i] + (1 << (KEPT - 1))) >> KEPT;
        }
        return from;
    }

    private void pass(int[] from, int[] to, int length) {
        long divisor = (long) ONE * (2 * radius + 1) + 2L * share;
        long sum = 0;
        for (int i = -radius; i <= radius; i++) {
            sum += at(from, i, length);
        }
        for (int i = 0; i < length; i++) {
            long ends = (long) at(from, i - radius - 1, length) + at(from, i + radius + 1, length);
            to[i] = (int) ((ONE * sum + share * ends + divisor / 2) / divisor);
            sum += at(from, i + radius + 1, length) - (long) at(from, i - radius, length);
        }
    }

    private static int at(int[] line, int i, int length) {
        return line[Math.max(0, Math.min(length - 1, i))];
    }
}
