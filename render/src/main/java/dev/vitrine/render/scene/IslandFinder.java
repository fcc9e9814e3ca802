package dev.vitrine.render.scene;

import dev.vitrine.core.value.Size;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Tells apart the sheets of a folded mesh as they are seen. Two pixels side by side are torn when their places in the mesh lie
 * further apart than a smooth surface allows. No two torn neighbours share an island; where a fold dies out in the middle of a
 * sheet, the sheet is therefore cut on to somewhere, which does no harm.
 */
final class IslandFinder {
    /** In mesh cells: less than this is never torn; nor is what is common in a mesh whose cells are smaller than a few pixels. */
    private static final double LEAST_TEAR = 0.3;

    private static final double TIMES_AVERAGE = 4;

    private static final int[][] NEIGHBOURS = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, 1}, {-1, 1}, {1, -1}, {-1, -1}};
    private static final int MOST = 255;

    private final int width;
    private final int height;
    private final float[] row;
    private final float[] column;
    private double tear = LEAST_TEAR;

    /**
     * @param row each pixel's place in the mesh: row of cells and share within the cell
     * @param column likewise
     */
    IslandFinder(Size size, float[] row, float[] column) {
        this.width = size.width();
        this.height = size.height();
        this.row = row;
        this.column = column;
    }

    /** An island number for each pixel that something was drawn on, 0 for the others. */
    byte[] islands(float[] depth) {
        tear = Math.max(LEAST_TEAR, TIMES_AVERAGE * averageStep(depth));
        byte[] islands = new byte[depth.length];
        int[] stamp = new int[depth.length];
        int next = 0;
        for (int start = 0; start < depth.length; start++) {
            if (depth[start] > Float.NEGATIVE_INFINITY && stamp[start] == 0) {
                next++;
                grow(start, next, stamp, depth);
            }
        }
        for (int i = 0; i < islands.length; i++) {
            // more sheets than numbers: numbers come round again, far apart in the mesh
            islands[i] = (byte) (stamp[i] == 0 ? 0 : (stamp[i] - 1) % MOST + 1);
        }
        return islands;
    }

    private double averageStep(float[] depth) {
        double sum = 0;
        long count = 0;
        for (int i = 0; i + 1 < depth.length; i++) {
            if (depth[i] > Float.NEGATIVE_INFINITY && depth[i + 1] > Float.NEGATIVE_INFINITY) {
                sum += Math.min(1, Math.abs(row[i] - row[i + 1]) + Math.abs(column[i] - column[i + 1]));
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private void grow(int start, int id, int[] stamp, float[] depth) {
        Deque<Integer> open = new ArrayDeque<>();
        stamp[start] = id;
        open.add(start);
        while (!open.isEmpty()) {
            int at = open.remove();
            for (int i = 0; i < 4; i++) {
                int to = neighbour(at, i);
                boolean free = to >= 0 && stamp[to] == 0 && depth[to] > Float.NEGATIVE_INFINITY;
                if (free && !isTorn(at, to) && fits(to, id, stamp)) {
                    stamp[to] = id;
                    open.add(to);
                }
            }
        }
    }

    /** Whether a pixel is whole with all of its neighbours that are on the island already. */
    private boolean fits(int at, int id, int[] stamp) {
        for (int i = 0; i < NEIGHBOURS.length; i++) {
            int to = neighbour(at, i);
            if (to >= 0 && stamp[to] == id && isTorn(at, to)) {
                return false;
            }
        }
        return true;
    }

    private boolean isTorn(int a, int b) {
        return Math.abs(row[a] - row[b]) > tear || Math.abs(column[a] - column[b]) > tear;
    }

    private int neighbour(int at, int direction) {
        int x = at % width + NEIGHBOURS[direction][0];
        int y = at / width + NEIGHBOURS[direction][1];
        return x < 0 || y < 0 || x >= width || y >= height ? -1 : y * width + x;
    }
}
