package dev.vitrine.render.pixel;

import static com.google.common.base.Preconditions.checkArgument;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * How much of each view pixel something covers: 0 none, 255 all of it. Stored for a region only; outside it is 0.
 *
 * @param coverage row by row over the region; shared, so not to be written to
 */
@SuppressWarnings("ArrayRecordComponent") // a mask is compared by identity where it matters
public record Mask(Region region, byte[] coverage) {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long ONES = 0x0101010101010101L;

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

    /** Where from {@code from} on, a place in {@link #coverage}, something else than this coverage begins; else {@code to}. */
    public int endOf(byte value, int from, int to) {
        long eight = (value & 0xff) * ONES;
        int at = from;
        while (at <= to - 8 && (long) LONGS.get(coverage, at) == eight) {
            at += 8;
        }
        while (at < to && coverage[at] == value) {
            at++;
        }
        return at;
    }

    /** Where from {@code from} on, a place in {@link #coverage}, this coverage comes first, 0 or 255; else {@code to}. */
    public int next(byte value, int from, int to) {
        byte other = (byte) ~value;
        int at = from;
        while (at < to && coverage[at] != value) {
            at = coverage[at] == other ? endOf(other, at, to) : at + 1;
        }
        return at;
    }

    public long bytes() {
        return coverage.length;
    }
}
