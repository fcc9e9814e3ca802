package dev.vitrine.render.texture;

/** The cheapest line down a strip, from row to row at most one place to the side. */
final class Cut {
    private Cut() {}

    /**
     * The line's column in every row.
     *
     * @param cost by row and column
     * @param closed whether it has to go on from the last row to the first
     */
    static int[] of(long[] cost, int columns, int rows, boolean closed) {
        int[] free = line(cost, columns, rows, 0, -1);
        if (!closed || rows < 3) {
            return free;
        }
        int start = rows / 2;
        return line(cost, columns, rows, start, free[start]);
    }

    /** @param fixed the column in the first row, which the last one has to be next to; -1 if any */
    private static int[] line(long[] cost, int columns, int rows, int start, int fixed) {
        long[] sum = new long[columns * rows];
        for (int r = 0; r < rows; r++) {
            int row = (start + r) % rows;
            for (int c = 0; c < columns; c++) {
                long before =
                        r == 0 ? (fixed < 0 || fixed == c ? 0 : Long.MAX_VALUE / 4) : cheapest(sum, columns, r - 1, c);
                sum[r * columns + c] = before + cost[row * columns + c];
            }
        }
        int[] line = new int[rows];
        int at = fixed < 0 ? lowest(sum, columns, rows - 1, 0, columns - 1) : near(sum, columns, rows - 1, fixed);
        for (int r = rows - 1; r >= 0; r--) {
            line[(start + r) % rows] = at;
            at = r == 0 ? at : near(sum, columns, r - 1, at);
        }
        return line;
    }

    private static long cheapest(long[] sum, int columns, int row, int c) {
        return sum[row * columns + near(sum, columns, row, c)];
    }

    private static int near(long[] sum, int columns, int row, int c) {
        return lowest(sum, columns, row, Math.max(0, c - 1), Math.min(columns - 1, c + 1));
    }

    private static int lowest(long[] sum, int columns, int row, int from, int to) {
        int best = from;
        for (int c = from + 1; c <= to; c++) {
            if (sum[row * columns + c] < sum[row * columns + best]) {
                best = c;
            }
        }
        return best;
    }
}
