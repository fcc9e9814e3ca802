package dev.vitrine.render.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Chooses few colors for a picture by Xiaolin Wu's criterion (Graphics Gems II, "Efficient statistical computations for
 * optimal color quantization"): all colors start in one box; the box with the greatest squared error is cut in two, across
 * the axis and at the place that leaves the least error, until there are enough boxes. Each box gives its mean.
 *
 * <p>Colors are counted in a grid: opaque ones with 6 bits for each component, translucent ones premultiplied, with 5 bits for
 * each component and for alpha. The two start in boxes of their own, so that means never mix them. Sums are exact integers.
 */
final class PaletteMaker {
    private PaletteMaker() {}

    /**
     * At most {@code most} colors for these pixels; transparent ones are not counted.
     *
     * @param argb straight; alpha 0 only as 0
     */
    static IntStream colors(int[] argb, int most) {
        Grid opaque = new Grid(6, 3);
        Grid translucent = new Grid(5, 4);
        for (int color : argb) {
            int alpha = color >>> 24;
            if (alpha == 255) {
                opaque.add(color);
            } else if (alpha != 0) {
                translucent.add(Palette.premultiplied(color));
            }
        }
        List<Box> boxes = new ArrayList<>();
        translucent.box().ifPresentAdd(boxes);
        opaque.box().ifPresentAdd(boxes);
        while (boxes.size() < most) {
            Box worst = null;
            for (Box box : boxes) {
                if (box.error > 0 && (worst == null || box.error > worst.error)) {
                    worst = box;
                }
            }
            if (worst == null) {
                break;
            }
            boxes.remove(worst);
            worst.cut(boxes);
        }
        return boxes.stream().limit(most).mapToInt(Box::mean);
    }

    /** Occupied cells of color space with the sums of what fell into them. */
    private static final class Grid {
        private final int bits;
        private final int axes;
        private final int[] cellAt;
        private final int[] key;
        private int[] keys = new int[1024];
        private long[] counts = new long[1024];
        private long[][] sums;
        private double[] squares = new double[1024];
        private int size;

        Grid(int bits, int axes) {
            this.bits = bits;
            this.axes = axes;
            this.cellAt = new int[1 << (bits * axes)];
            this.key = new int[axes];
            this.sums = new long[axes][1024];
        }

        void add(int color) {
            int at = 0;
            long square = 0;
            for (int axis = 0; axis < axes; axis++) {
                int value = component(color, axis);
                key[axis] = value;
                at = at << bits | value >> (8 - bits);
                square += (long) value * value;
            }
            int cell = cellAt[at] - 1;
            if (cell < 0) {
                cell = size++;
                cellAt[at] = size;
                if (cell == keys.length) {
                    grow();
                }
                keys[cell] = at;
            }
            counts[cell]++;
            squares[cell] += square;
            for (int axis = 0; axis < axes; axis++) {
                sums[axis][cell] += key[axis];
            }
        }

        private void grow() {
            int more = 2 * size;
            keys = java.util.Arrays.copyOf(keys, more);
            counts = java.util.Arrays.copyOf(counts, more);
            squares = java.util.Arrays.copyOf(squares, more);
            for (int axis = 0; axis < axes; axis++) {
                sums[axis] = java.util.Arrays.copyOf(sums[axis], more);
            }
        }

        /** Red, green, blue, alpha. */
        private static int component(int color, int axis) {
            return axis == 3 ? color >>> 24 : color >> (16 - 8 * axis) & 0xff;
        }

        int coordinate(int cell, int axis) {
            return (keys[cell] >> (bits * (axes - 1 - axis))) & ((1 << bits) - 1);
        }

        Box box() {
            return new Box(this, IntStream.range(0, size).toArray());
        }
    }

    /** Some cells of a grid. */
    private static final class Box {
        private final Grid grid;
        private final int[] cells;
        private final long count;
        private final long[] sum;
        /** Sum of squared distances from the mean; 0 for a box that cannot be cut. */
        private final double error;

        Box(Grid grid, int[] cells) {
            this.grid = grid;
            this.cells = cells;
            this.sum = new long[grid.axes];
            long pixels = 0;
            double squares = 0;
            for (int cell : cells) {
                pixels += grid.counts[cell];
                squares += grid.squares[cell];
                for (int axis = 0; axis < grid.axes; axis++) {
                    sum[axis] += grid.sums[axis][cell];
                }
            }
            this.count = pixels;
            this.error = cells.length < 2 ? 0 : Math.max(squares - weight(sum, pixels), 0);
        }

        void ifPresentAdd(List<Box> boxes) {
            if (cells.length > 0) {
                boxes.add(this);
            }
        }

        /** Adds the two halves, or this box made uncuttable if nothing is gained. */
        void cut(List<Box> out) {
            int bestAxis = -1;
            int bestCut = 0;
            double most = -1;
            int steps = 1 << grid.bits;
            for (int axis = 0; axis < grid.axes; axis++) {
                long[] counts = new long[steps];
                long[][] sums = new long[steps][grid.axes];
                for (int cell : cells) {
                    int at = grid.coordinate(cell, axis);
                    counts[at] += grid.counts[cell];
                    for (int a = 0; a < grid.axes; a++) {
                        sums[at][a] += grid.sums[a][cell];
                    }
                }
                long below = 0;
                long[] sumBelow = new long[grid.axes];
                long[] sumAbove = new long[grid.axes];
                for (int at = 0; at < steps - 1; at++) {
                    below += counts[at];
                    for (int a = 0; a < grid.axes; a++) {
                        sumBelow[a] += sums[at][a];
                        sumAbove[a] = sum[a] - sumBelow[a];
                    }
                    if (counts[at] == 0 || below == count) {
                        continue;
                    }
                    double kept = weight(sumBelow, below) + weight(sumAbove, count - below);
                    if (kept > most) {
                        most = kept;
                        bestAxis = axis;
                        bestCut = at;
                    }
                }
            }
            int axis = bestAxis;
            int cut = bestCut;
            out.add(new Box(
                    grid,
                    IntStream.of(cells)
                            .filter(cell -> grid.coordinate(cell, axis) <= cut)
                            .toArray()));
            out.add(new Box(
                    grid,
                    IntStream.of(cells)
                            .filter(cell -> grid.coordinate(cell, axis) > cut)
                            .toArray()));
        }

        /** What a box explains of the sum of squares: its size times its mean squared. */
        private static double weight(long[] sum, long count) {
            double squares = 0;
            for (long s : sum) {
                squares += (double) s * s;
            }
            return squares / count;
        }

        /** The mean, straight. */
        int mean() {
            if (grid.axes == 3) {
                return 0xff000000 | rounded(0, 1) << 16 | rounded(1, 1) << 8 | rounded(2, 1);
            }
            double alpha = (double) sum[3] / count;
            int whole = Math.max(1, Math.min(254, rounded(3, 1)));
            double scale = 255 / alpha;
            return whole << 24 | rounded(0, scale) << 16 | rounded(1, scale) << 8 | rounded(2, scale);
        }

        private int rounded(int axis, double scale) {
            return (int) Math.min(255, Math.round(scale * sum[axis] / count));
        }
    }
}
