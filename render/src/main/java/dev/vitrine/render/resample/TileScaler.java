package dev.vitrine.render.resample;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.Pieces;
import dev.vitrine.render.pixel.Region;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Scales a picture tile by tile: first along columns, then, turned on its side, along rows. So both ways are sums of whole lines, in
 * loops that the compiler makes vectors of, and what a tile needs stays in the nearer caches. A line holds the components of
 * a row or column one after another: blue, green, red, and alpha unless all is opaque. Each is scaled by itself, so pictures
 * with alpha have to be premultiplied. For one thread.
 */
final class TileScaler {
    /** Bits behind the point between the two ways. */
    private static final int KEPT = 6;

    private static final int DROPPED = Weights.BITS - KEPT;

    /** Columns of a tile, or of the source for one, whichever are more. */
    private static final int COLUMNS = 256;

    private static final int ROWS = 64;

    /** The rows of a tile are fewer where its source has so many columns that they would hold more numbers. */
    private static final int MOST = 1 << 21;

    /** Rows of the source that are read between two looks at the deadline. */
    private static final int ROWS_PER_CHECK = 32;

    private final RowReader source;
    private final Size from;
    private final Edge edge;
    private final Region part;
    private final int components;
    private final Weights across;
    private final Weights down;
    private final int columns;
    private final int rows;

    /** Columns of the source for a tile. */
    private final int reach;

    /** Pixels of a row of the source, once for each component, and what lifts that to the top of each. */
    private final int[] pixels;

    private final int[] lift;
    private final int[] line;
    private final int[] pixel = new int[1];

    /** Lines of the tile's rows, of the source's columns. */
    private final int[][] lying;

    /** Lines of the source's columns, of the tile's rows: the same turned. */
    private final int[][] standing;

    /** Of a column of the tile its line, that by component, and of all columns the pixels. */
    private final int[] sum;

    private final int[][] levels;
    private final int[][] done;

    /** @param part of the new picture, not empty */
    TileScaler(RowReader source, boolean opaque, Kernel kernel, Edge edge, Size from, Size to, Region part) {
        this.source = source;
        this.from = from;
        this.edge = edge;
        this.part = part;
        this.components = opaque ? 3 : 4;
        this.across = Weights.of(kernel, from.width(), to.width(), part.x(), part.width());
        this.down = Weights.of(kernel, from.height(), to.height(), part.y(), part.height());
        double ratio = Math.max(1, (double) from.width() / to.width());
        this.columns = Math.min(part.width(), (int) Math.max(1, COLUMNS / ratio));
        this.reach = (int) Math.ceil(columns * ratio) + 1 + across.taps;
        this.rows = Math.min(part.height(), Math.max(1, Math.min(ROWS, MOST / (components * reach))));
        this.pixels = new int[components * reach];
        this.lift = new int[components * reach];
        for (int c = 0; c < components; c++) {
            Arrays.fill(lift, c * reach, (c + 1) * reach, 1 << (24 - 8 * c));
        }
        this.line = new int[components * reach];
        this.lying = new int[rows][components * reach];
        this.standing = new int[reach][components * rows];
        this.sum = new int[components * rows];
        this.levels = new int[components][rows];
        this.done = new int[columns][rows];
    }

    /** The part. */
    int[] scale(Deadline deadline) {
        return scale(tile -> tile, deadline);
    }

    /** The part, where only these pieces of it have to be there. */
    int[] scale(Pieces pieces, Deadline deadline) {
        return scale(pieces::bounds, deadline);
    }

    /** @param drawn what has to be there of a tile */
    private int[] scale(UnaryOperator<Region> drawn, Deadline deadline) {
        int[] out = new int[Math.multiplyExact(part.width(), part.height())];
        for (int x = 0; x < part.width(); x += columns) {
            for (int y = 0; y < part.height(); y += rows) {
                int width = Math.min(columns, part.width() - x);
                int height = Math.min(rows, part.height() - y);
                Region tile = drawn.apply(new Region(x, y, width, height));
                if (!tile.isEmpty()) {
                    draw(tile, out, deadline);
                }
            }
        }
        return out;
    }

    /** Draws a tile, at most as large as one may be. */
    private void draw(Region tile, int[] out, Deadline deadline) {
        int start = across.first[tile.x()];
        int count = across.first[tile.right() - 1] + across.taps - start;
        scaleDown(tile, start, count, deadline);
        turn(count, tile.height());
        for (int i = 0; i < tile.width(); i++) {
            scaleAcross(tile.x() + i, start);
            for (int c = 0; c < components; c++) {
                System.arraycopy(sum, c * rows, levels[c], 0, rows);
            }
            pack(levels[0], levels[1], levels[2], done[i]);
            if (components == 4) {
                cover(levels[3], done[i]);
            }
        }
        put(tile, out);
    }

    /** @param start the source's first column for the tile; perhaps before its first */
    private void scaleDown(Region tile, int start, int count, Deadline deadline) {
        for (int i = 0; i < tile.height(); i++) {
            Arrays.fill(lying[i], 1 << (DROPPED - 1));
        }
        int begin = down.first[tile.y()];
        int end = down.first[tile.bottom() - 1] + down.taps;
        int next = tile.y();
        for (int row = begin; row < end; row++) {
            if ((row - begin) % ROWS_PER_CHECK == 0) {
                deadline.check();
            }
            read(Weights.inside(row, from.height(), edge), start, count);
            while (down.first[next] + down.taps <= row) {
                next++;
            }
            for (int y = next; y < tile.bottom() && down.first[y] <= row; y++) {
                int weight = down.weight[y * down.taps + row - down.first[y]];
                if (weight != 0) {
                    add(line, weight, lying[y - tile.y()]);
                }
            }
        }
    }

    private void read(int y, int start, int count) {
        int first = Math.max(0, -start);
        int end = Math.min(count, from.width() - start);
        source.read(start + first, y, end - first, pixels);
        System.arraycopy(pixels, 0, pixels, first, end - first);
        readBeyond(y, start, 0, first);
        readBeyond(y, start, end, count);
        for (int c = 1; c < components; c++) {
            System.arraycopy(pixels, 0, pixels, c * reach, count);
        }
        split(pixels, lift, line);
    }

    /** Reads what stands in for pixels that lie past an end of the row. */
    private void readBeyond(int y, int start, int first, int end) {
        for (int i = first; i < end; i++) {
            source.read(Weights.inside(start + i, from.width(), edge), y, 1, pixel);
            pixels[i] = pixel[0];
        }
    }

    private void turn(int count, int height) {
        for (int c = 0; c < components; c++) {
            int at = c * reach;
            int to = c * rows;
            int i = 0;
            for (; i + 4 <= height; i += 4) {
                turn(lying[i], lying[i + 1], lying[i + 2], lying[i + 3], at, count, to + i);
            }
            for (; i < height; i++) {
                for (int x = 0; x < count; x++) {
                    standing[x][to + i] = lying[i][at + x] >> DROPPED;
                }
            }
        }
    }

    /** Four rows at a time: each line that stands is found once for them. */
    private void turn(int[] row, int[] second, int[] third, int[] fourth, int at, int count, int to) {
        for (int x = 0; x < count; x++) {
            int[] column = standing[x];
            column[to] = row[at + x] >> DROPPED;
            column[to + 1] = second[at + x] >> DROPPED;
            column[to + 2] = third[at + x] >> DROPPED;
            column[to + 3] = fourth[at + x] >> DROPPED;
        }
    }

    private void scaleAcross(int x, int start) {
        Arrays.fill(sum, 1 << (Weights.BITS + KEPT - 1));
        for (int t = 0; t < across.taps; t++) {
            int weight = across.weight[x * across.taps + t];
            if (weight != 0) {
                add(standing[across.first[x] + t - start], weight, sum);
            }
        }
        limit(sum);
    }

    /** Turns the tile back, four rows at a time too. */
    private void put(Region tile, int[] out) {
        int width = part.width();
        int i = 0;
        for (; i + 4 <= tile.height(); i += 4) {
            int at = (tile.y() + i) * width + tile.x();
            for (int x = 0; x < tile.width(); x++) {
                int[] column = done[x];
                out[at + x] = column[i];
                out[at + width + x] = column[i + 1];
                out[at + 2 * width + x] = column[i + 2];
                out[at + 3 * width + x] = column[i + 3];
            }
        }
        for (; i < tile.height(); i++) {
            for (int x = 0; x < tile.width(); x++) {
                out[(tile.y() + i) * width + tile.x() + x] = done[x][i];
            }
        }
    }

    private static void split(int[] pixels, int[] lift, int[] line) {
        for (int i = 0; i < line.length; i++) {
            line[i] = (pixels[i] * lift[i]) >>> 24;
        }
    }

    private static void add(int[] line, int weight, int[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += line[i] * weight;
        }
    }

    /** Sums become levels, limited without a choice. */
    private static void limit(int[] sum) {
        for (int i = 0; i < sum.length; i++) {
            int value = sum[i] >> (Weights.BITS + KEPT);
            int positive = value & ~(value >> 31);
            sum[i] = (positive | (255 - positive) >> 31) & 255;
        }
    }

    private static void pack(int[] blue, int[] green, int[] red, int[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = red[i] << 16 | green[i] << 8 | blue[i] | 0xff000000;
        }
    }

    private static void cover(int[] alpha, int[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = (out[i] & 0xffffff) | alpha[i] << 24;
        }
    }
}
