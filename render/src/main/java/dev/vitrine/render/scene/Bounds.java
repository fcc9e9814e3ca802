package dev.vitrine.render.scene;

import dev.vitrine.render.pixel.Region;
import java.util.function.IntPredicate;

/** The smallest rectangle that holds everything of interest. */
final class Bounds {
    private Bounds() {}

    /** @param isContent asked by index, row by row */
    static Region of(int width, int height, IntPredicate isContent) {
        int left = width;
        int right = -1;
        int top = height;
        int bottom = -1;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (isContent.test(y * width + x)) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = y;
                }
            }
        }
        return right < 0 ? Region.EMPTY : new Region(left, top, right - left + 1, bottom - top + 1);
    }

    /** A region grown on all sides, within a frame. */
    static Region grow(Region region, int margin, Region frame) {
        if (region.isEmpty()) {
            return Region.EMPTY;
        }
        return new Region(
                        region.x() - margin,
                        region.y() - margin,
                        region.width() + 2 * margin,
                        region.height() + 2 * margin)
                .intersect(frame);
    }
}
