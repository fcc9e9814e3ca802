package dev.vitrine.render.pixel;

import static com.google.common.base.Preconditions.checkArgument;

import dev.vitrine.core.value.Size;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Some of a picture's pixels: for each row pieces from left to right that do not touch. What lies on a slant, or in two places, takes
 * little more than it covers, where a rectangle around it would be mostly something else. Safe for many threads.
 */
public final class Pieces {
    /** Fewer pixels that do not belong to them do not part two pieces where that is up to their maker. */
    static final int GAP = 16;

    private final int width;

    /** Of each row its first piece; one more behind the last row. */
    private final int[] firsts;

    /** Of each piece where it begins and ends. */
    private final int[] edges;

    /** What was asked for already: pieces of masks are kept, and are always asked for the same. */
    private final Map<Change, Pieces> made = new ConcurrentHashMap<>(4);

    private record Change(int across, int down, int side) {}

    private Pieces(int width, int[] firsts, int[] edges) {
        this.width = width;
        this.firsts = firsts;
        this.edges = edges;
    }

    /** Nothing of a picture. */
    public static Pieces none(Size size) {
        return of(Region.EMPTY, size);
    }

    /** A rectangle of a picture, as far as it lies within. */
    public static Pieces of(Region part, Size size) {
        Region seen = part.intersect(new Region(0, 0, size.width(), size.height()));
        Maker maker = new Maker(size.width(), size.height());
        for (int y = 0; y < size.height(); y++) {
            if (y >= seen.y() && y < seen.bottom()) {
                maker.add(seen.x(), seen.right());
            }
            maker.endRow();
        }
        return maker.make();
    }

    public Size size() {
        return new Size(width, height());
    }

    public int height() {
        return firsts.length - 1;
    }

    /** The first piece of a row; that of row {@link #height} lies behind the last. */
    public int first(int row) {
        return firsts[row];
    }

    /** Where a piece begins. */
    public int from(int piece) {
        return edges[2 * piece];
    }

    /** Where a piece ends: behind its last pixel. */
    public int to(int piece) {
        return edges[2 * piece + 1];
    }

    public boolean isEmpty() {
        return firsts[height()] == 0;
    }

    /** Pixels. */
    public long area() {
        long out = 0;
        for (int i = 0; i < firsts[height()]; i++) {
            out += to(i) - from(i);
        }
        return out;
    }

    /** Of both, of pictures of the same size. */
    public Pieces and(Pieces other) {
        checkArgument(width == other.width && height() == other.height(), "%s, not %s", other.size(), size());
        Maker maker = new Maker(width, height());
        for (int y = 0; y < height(); y++) {
            int i = first(y);
            int j = other.first(y);
            while (i < first(y + 1) || j < other.first(y + 1)) {
                boolean own = j == other.first(y + 1) || (i < first(y + 1) && from(i) <= other.from(j));
                Pieces next = own ? this : other;
                int piece = own ? i++ : j++;
                maker.add(next.from(piece), next.to(piece));
            }
            maker.endRow();
        }
        return maker.make();
    }

    /** With so many pixels more on every side, within the picture. */
    public Pieces grown(int across, int down) {
        return made.computeIfAbsent(new Change(across, down, 1), key -> {
            Maker maker = new Maker(width, height());
            for (int y = 0; y < height(); y++) {
                maker.addAll(this, Math.max(0, y - down), Math.min(height(), y + down + 1), across, 1);
            }
            return maker.make();
        });
    }

    /** The squares of this side that hold any of it: one row for each row of squares, one pixel for each square. */
    public Pieces squares(int side) {
        return made.computeIfAbsent(new Change(0, 0, side), key -> {
            int rows = (height() + side - 1) / side;
            Maker maker = new Maker((width + side - 1) / side, rows);
            for (int row = 0; row < rows; row++) {
                maker.addAll(this, row * side, Math.min(height(), (row + 1) * side), 0, side);
            }
            return maker.make();
        });
    }

    /** The pieces of a picture of another size that lie over these, with so many of its own pixels more on every side. */
    public Pieces scaled(Size to, double across, double down) {
        double columns = (double) width / to.width();
        double rows = (double) height() / to.height();
        Maker maker = new Maker(to.width(), to.height());
        for (int y = 0; y < to.height(); y++) {
            int top = Math.max(0, (int) Math.floor((y - down) * rows));
            int bottom = Math.min(height(), (int) Math.ceil((y + 1 + down) * rows));
            maker.addAll(this, top, bottom, across, columns);
        }
        return maker.make();
    }

    /** The smallest rectangle that holds all of it that lies within another, which lies within the picture. */
    public Region bounds(Region within) {
        int left = within.right();
        int right = within.x();
        int top = within.bottom();
        int bottom = within.y();
        for (int y = within.y(); y < within.bottom(); y++) {
            for (int i = first(y); i < first(y + 1); i++) {
                int from = Math.max(within.x(), from(i));
                int to = Math.min(within.right(), to(i));
                if (from < to) {
                    left = Math.min(left, from);
                    right = Math.max(right, to);
                    top = Math.min(top, y);
                    bottom = y + 1;
                }
            }
        }
        return left < right ? new Region(left, top, right - left, bottom - top) : Region.EMPTY;
    }

    /** Collects pieces, row by row from the top. */
    static final class Maker {
        private final int width;
        private final int[] firsts;
        private int[] edges = new int[64];
        private int row;
        private int count;

        Maker(int width, int height) {
            this.width = width;
            this.firsts = new int[height + 1];
        }

        /** Appends a piece to the row, which begins behind where all others there begin; what touches becomes one. */
        void add(int from, int to) {
            if (count > firsts[row] && from <= edges[2 * count - 1]) {
                edges[2 * count - 1] = Math.max(edges[2 * count - 1], to);
                return;
            }
            if (2 * count == edges.length) {
                edges = Arrays.copyOf(edges, 2 * edges.length);
            }
            edges[2 * count] = from;
            edges[2 * count + 1] = to;
            count++;
        }

        void endRow() {
            firsts[++row] = count;
        }

        /** A row of what several rows of others hold, divided and then made wider. */
        void addAll(Pieces others, int fromRow, int toRow, double across, double divisor) {
            int first = others.firsts[fromRow];
            int end = others.firsts[toRow];
            long[] pieces = new long[end - first];
            for (int i = first; i < end; i++) {
                int from = Math.max(0, (int) Math.floor(others.from(i) / divisor - across));
                int to = Math.min(width, (int) Math.ceil(others.to(i) / divisor + across));
                pieces[i - first] = (long) from << 32 | to;
            }
            Arrays.sort(pieces);
            for (long piece : pieces) {
                add((int) (piece >>> 32), (int) piece);
            }
            endRow();
        }

        Pieces make() {
            return new Pieces(width, firsts, Arrays.copyOf(edges, 2 * count));
        }
    }
}
