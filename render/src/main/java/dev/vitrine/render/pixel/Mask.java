package dev.vitrine.render.pixel;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How much of each view pixel something covers: 0 none, 255 all of it. Stored for a region only; outside it is 0.
 *
 * @param coverage row by row over the region; shared, so not to be written to
 */
@SuppressWarnings("ArrayRecordComponent") // a mask is compared by identity where it matters
public record Mask(Region region, byte[] coverage) {
    public Mask {
        checkArgument(coverage.length == region.width() * region.height(), "mask of %s", region);
    }

    /** Coverage at a view pixel, 0 to 255. */
    public int at(int x, int y) {
        return region.contains(x, y) ? coverage[index(x, y)] & 0xff : 0;
    }

    /** The place of a view pixel of the region in {@link #coverage}. */
    public int index(int x, int y) {
        return (y - region.y()) * region.width() + x - region.x();
    }

    public long bytes() {
        return coverage.length;
    }
}
