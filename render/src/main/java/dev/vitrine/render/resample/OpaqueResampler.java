package dev.vitrine.render.resample;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.Region;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What {@link Resampler} does, for pictures without alpha: each component by itself, in loops over whole rows that the compiler
 * makes vectors of. Bit by bit the same.
 */
final class OpaqueResampler {
    private static final int ROWS_PER_CHECK = 32;
    private static final int COMPONENTS = 3;

    private final RowReader source;
    private final int height;
    private final Edge edge;
    private final Weights down;
    private final int firstColumn;
    private final int width;

    /** Of each tap along x that has any weight: the source's column and the weight, by pixel. */
    private final int[][] columns;

    private final int[][] weights;

    /** A row of the source as it is, and one component of it. */
    private final int[] pixels;

    private final int[] plane;

    /** Rows scaled along x, by place and component, with {@link Resampler#KEPT} bits behind the point; a row's place is its number's rest. */
    private final int[][][] rows;

    private final int[] held;

    /** @param part of the scaled picture, not empty */
    OpaqueResampler(RowReader source, Kernel kernel, Edge edge, Size from, Size to, Region part) {
        this.source = source;
        this.height = from.height();
        this.edge = edge;
        Weights across = Weights.of(kernel, from.width(), to.width(), edge, part.x(), part.width());
        this.down = Weights.of(kernel, from.height(), to.height(), edge, part.y(), part.height());
        this.firstColumn = Arrays.stream(across.index).min().orElseThrow();
        this.width = part.width();
        int count = Arrays.stream(across.index).max().orElseThrow() - firstColumn + 1;
        this.pixels = new int[count];
        this.plane = new int[count];
        int[] counting = IntStream.range(0, across.taps)
                .filter(t -> IntStream.range(0, width).anyMatch(i -> across.weight[i * across.taps + t] != 0))
                .toArray();
        this.columns = new int[counting.length][width];
        this.weights = new int[counting.length][width];
        for (int k = 0; k < counting.length; k++) {
            for (int i = 0; i < width; i++) {
                int at = i * across.taps + counting[k];
                columns[k][i] = across.index[at] - firstColumn;
                weights[k][i] = across.weight[at];
            }
        }
        this.rows = new int[down.taps][COMPONENTS][width];
        this.held = new int[down.taps];
        Arrays.fill(held, Integer.MIN_VALUE);
    }

    int[] scale(int count, Deadline deadline) {
        int[] out = new int[Math.multiplyExact(width, count)];
        int[] sum = new int[width];
        int[] line = new int[width];
        for (int y = 0; y < count; y++) {
            if (y % ROWS_PER_CHECK == 0) {
                deadline.check();
            }
            Arrays.fill(line, 0xff000000);
            for (int c = 0; c < COMPONENTS; c++) {
                Arrays.fill(sum, 1 << (Weights.BITS + Resampler.KEPT - 1));
                for (int t = 0; t < down.taps; t++) {
                    int weight = down.weight[y * down.taps + t];
                    if (weight != 0) {
                        add(row(down.first[y] + t)[c], weight, sum);
                    }
                }
                put(sum, 16 - 8 * c, line);
            }
            System.arraycopy(line, 0, out, y * width, width);
        }
        return out;
    }

    private int[][] row(int y) {
        int slot = Math.floorMod(y, held.length);
        if (held[slot] != y) {
            held[slot] = y;
            source.read(firstColumn, Weights.inside(y, height, edge), pixels.length, pixels);
            for (int c = 0; c < COMPONENTS; c++) {
                component(pixels, 16 - 8 * c, plane);
                along(plane, rows[slot][c]);
            }
        }
        return rows[slot];
    }

    private void along(int[] plane, int[] out) {
        Arrays.fill(out, 1 << (Weights.BITS - Resampler.KEPT - 1));
        for (int t = 0; t < weights.length; t++) {
            add(plane, columns[t], weights[t], out);
        }
        for (int i = 0; i < out.length; i++) {
            out[i] >>= Weights.BITS - Resampler.KEPT;
        }
    }

    /** Adds one tap of every pixel of a row. */
    private static void add(int[] plane, int[] column, int[] weight, int[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] += plane[column[i]] * weight[i];
        }
    }

    private static void component(int[] pixels, int shift, int[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = pixels[i] >> shift & 255;
        }
    }

    private static void add(int[] row, int weight, int[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += row[i] * weight;
        }
    }

    /** Limits without a choice. */
    private static void put(int[] sum, int shift, int[] line) {
        for (int i = 0; i < line.length; i++) {
            int value = sum[i] >> (Weights.BITS + Resampler.KEPT);
            int positive = value & ~(value >> 31);
            line[i] |= ((positive | (255 - positive) >> 31) & 255) << shift;
        }
    }
}
