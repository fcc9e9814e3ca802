package dev.vitrine.render.serve;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.render.pixel.PixelBuffer;

/**
 * Lets bright parts grow or shrink: every pixel becomes the brightest, or the darkest, within a disc about it, each component
 * for itself. Past the end of a row its last pixel goes on.
 */
final class Outline {
    private static final int ROWS_PER_CHECK = 8;

    private Outline() {}

    /** A picture whose bright and opaque parts have grown; the same buffer if there is nothing to do. */
    static PixelBuffer grown(PixelBuffer picture, int radius, Deadline deadline) {
        if (radius == 0) {
            return picture;
        }
        return Planes.changed(picture, plane -> grown(plane, picture.width(), picture.height(), radius, deadline));
    }

    /** One component grown, or shrunk if the radius is negative. */
    static int[] grown(int[] plane, int width, int height, int radius, Deadline deadline) {
        if (radius == 0) {
            return plane;
        }
        int flip = radius > 0 ? 0 : 255;
        int r = Math.abs(radius);
        int[] out = new int[plane.length];
        int[] widest = new int[width];
        for (int dy = -r; dy <= r; dy++) {
            int half = (int) Math.sqrt(r * (double) r + r * 0.5 - dy * (double) dy);
            for (int y = 0; y < height; y++) {
                if (y % ROWS_PER_CHECK == 0) {
                    deadline.check();
                }
                int from = Math.max(0, Math.min(height - 1, y + dy));
                spread(plane, from * width, width, half, flip, widest);
                for (int x = 0; x < width; x++) {
                    out[y * width + x] = Math.max(out[y * width + x], widest[x]);
                }
            }
        }
        for (int i = 0; i < out.length; i++) {
            out[i] ^= flip;
        }
        return out;
    }

    /** The largest value within {@code half} pixels of each of a row: a queue holds those that may still become it. */
    private static void spread(int[] plane, int row, int width, int half, int flip, int[] out) {
        int[] queue = new int[width];
        int head = 0;
        int tail = 0;
        int next = 0;
        for (int x = 0; x < width; x++) {
            for (; next < width && next <= x + half; next++) {
                int value = plane[row + next] ^ flip;
                while (tail > head && (plane[row + queue[tail - 1]] ^ flip) <= value) {
                    tail--;
                }
                queue[tail++] = next;
            }
            while (queue[head] < x - half) {
                head++;
            }
            out[x] = plane[row + queue[head]] ^ flip;
        }
    }
}
