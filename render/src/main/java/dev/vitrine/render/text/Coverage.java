package dev.vitrine.render.text;

/**
 * How much of each pixel of a small rectangle an outline covers, exactly for straight edges. Every edge adds, in each row it
 * crosses, the change of covered area from pixel to pixel; the running sum along a row is the coverage. Edges that run around
 * something twice the same way count once.
 */
final class Coverage {
    private final int x;
    private final int y;
    private final int width;
    private final int height;
    private final float[] change;

    /** An empty rectangle of pixels. */
    Coverage(int x, int y, int width, int height) {
        this.x = x;
        this.y = y;
        this.width = width;
        this.height = height;
        this.change = new float[(width + 2) * height];
    }

    /** Adds an edge; what lies outside to the left or right counts as lying on that side's border. */
    void edge(double fromX, double fromY, double toX, double toY) {
        if (fromY == toY) {
            return;
        }
        boolean down = fromY < toY;
        double topX = (down ? fromX : toX) - x;
        double topY = (down ? fromY : toY) - y;
        double endX = (down ? toX : fromX) - x;
        double endY = (down ? toY : fromY) - y;
        double slope = (endX - topX) / (endY - topY);
        int first = (int) Math.max(0, Math.floor(topY));
        int last = (int) Math.min(height, Math.ceil(endY));
        for (int row = first; row < last; row++) {
            double start = Math.max(row, topY);
            double end = Math.min(row + 1, endY);
            double a = clamp(topX + (start - topY) * slope);
            double b = clamp(topX + (end - topY) * slope);
            span(row * (width + 2), Math.min(a, b), Math.max(a, b), down ? end - start : start - end);
        }
    }

    private double clamp(double across) {
        return Math.min(Math.max(across, 0), width);
    }

    /** Adds an edge's height within one row, spread over the columns that it crosses. */
    private void span(int row, double left, double right, double rise) {
        int first = (int) left;
        if (right <= first + 1) {
            double inside = (left + right) / 2 - first;
            change[row + first] += (float) (rise * (1 - inside));
            change[row + first + 1] += (float) (rise * inside);
            return;
        }
        double perColumn = rise / (right - left);
        double before = 0;
        double passed = 0;
        for (int column = first; column <= (int) right && column <= width; column++) {
            double a = Math.max(left, column);
            double b = Math.min(right, column + 1);
            double here = perColumn * (b - a);
            double area = passed + here * (column + 1 - (a + b) / 2);
            change[row + column] += (float) (area - before);
            before = area;
            passed += here;
        }
        change[row + Math.min((int) right, width) + 1] += (float) (passed - before);
    }

    /** Lays a color over pixels of a picture that holds this rectangle, where it is covered. */
    void fill(int[] argb, int pictureWidth, int color, boolean smooth) {
        for (int row = 0; row < height; row++) {
            float sum = 0;
            int at = (y + row) * pictureWidth + x;
            for (int column = 0; column < width; column++) {
                sum += change[row * (width + 2) + column];
                float covered = Math.min(1, Math.abs(sum));
                float share = smooth ? covered : covered >= 0.5f ? 1 : 0;
                if (share > 1 / 512f) {
                    argb[at + column] = over(argb[at + column], color, share);
                }
            }
        }
    }

    private static int over(int below, int color, float share) {
        float top = share * (color >>> 24) / 255;
        float rest = (below >>> 24) / 255f * (1 - top);
        float alpha = top + rest;
        if (alpha <= 0) {
            return 0;
        }
        return Math.round(alpha * 255) << 24
                | mix(below >> 16, color >> 16, top, rest, alpha) << 16
                | mix(below >> 8, color >> 8, top, rest, alpha) << 8
                | mix(below, color, top, rest, alpha);
    }

    private static int mix(int below, int color, float top, float rest, float alpha) {
        return Math.min(255, Math.round(((color & 255) * top + (below & 255) * rest) / alpha));
    }
}
