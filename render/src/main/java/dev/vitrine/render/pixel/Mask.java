package dev.vitrine.render.pixel;

import static com.google.common.base.Preconditions.checkArgument;

import dev.vitrine.core.value.Size;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * How much of each view pixel something covers: 0 none, 255 all of it. Stored for a region only; outside it is 0. Compared by identity.
 * Safe for many threads.
 */
public final class Mask {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long ONES = 0x0101010101010101L;

    /** Bytes that pieces, and what is made of them, take for a row of most masks. */
    static final long PIECES_PER_ROW = 128;

    private static final byte NONE = 0;

    private final Region region;
    private final byte[] coverage;

    /** What it covers, once that was asked for. */
    private volatile @Nullable Pieces pieces;

    /** @param coverage row by row over the region; shared, so not to be written to */
    public Mask(Region region, byte[] coverage) {
        checkArgument(coverage.length == region.width() * region.height(), "mask of %s", region);
        this.region = region;
        this.coverage = coverage;
    }

    public Region region() {
        return region;
    }

    /** Row by row over the region; shared, so not to be written to. */
    public byte[] coverage() {
        return coverage;
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

    /**
     * The pixels of a view that it covers, and perhaps some between them; made when they are first asked for.
     *
     * @param view its size
     */
    public Pieces pieces(Size view) {
        Pieces known = pieces;
        if (known == null || !known.size().equals(view)) {
            known = covered(view);
            pieces = known;
        }
        return known;
    }

    private Pieces covered(Size view) {
        Pieces.Maker out = new Pieces.Maker(view.width(), view.height());
        Region seen = region.intersect(new Region(0, 0, view.width(), view.height()));
        for (int y = 0; y < view.height(); y++) {
            if (y >= seen.y() && y < seen.bottom()) {
                addRow(y, seen, out);
            }
            out.endRow();
        }
        return out.make();
    }

    private void addRow(int y, Region seen, Pieces.Maker out) {
        int row = index(0, y);
        int end = row + seen.right();
        int start = endOf(NONE, row + seen.x(), end);
        while (start < end) {
            int behind = next(NONE, start, end);
            int next = endOf(NONE, behind, end);
            while (next < end && next - behind < Pieces.GAP) {
                behind = next(NONE, next, end);
                next = endOf(NONE, behind, end);
            }
            out.add(start - row, behind - row);
            start = next;
        }
    }

    /** Bytes of memory, with pieces. */
    public long bytes() {
        return coverage.length + PIECES_PER_ROW * region.height();
    }
}
