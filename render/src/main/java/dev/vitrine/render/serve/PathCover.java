package dev.vitrine.render.serve;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.VectorPath;
import dev.vitrine.core.value.VectorPath.Stroke;
import dev.vitrine.render.pixel.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How much of each pixel a path covers, where it goes round something at least once. A row of pixels is looked at along sixteen
 * lines; where the path crosses those is rounded to 1/256 pixel and summed up in whole numbers, so a part of a picture is covered
 * like that part of the whole.
 */
final class PathCover {
    private static final int LINES = 16;
    private static final int SHARES = 256;
    private static final int FULL = LINES * SHARES;
    private static final int MOST_STEPS = 100;

    /** Nothing in a picture lies farther away, in pixels. */
    private static final double FARTHEST = 1L << 40;

    private final List<Edge> edges = new ArrayList<>();

    /** From an upper to a lower point; {@code turn} is 1 if the path goes down there, else -1. */
    private record Edge(double topX, double topY, double bottomX, double bottomY, int turn) {
        double at(double y) {
            return topX + (bottomX - topX) * ((y - topY) / (bottomY - topY));
        }
    }

    /**
     * A path in the pixels of a picture.
     *
     * @param across pixels for each unit of the path
     */
    PathCover(VectorPath path, double across, double down) {
        double startX = 0;
        double startY = 0;
        double lastX = 0;
        double lastY = 0;
        for (Stroke stroke : path.strokes()) {
            if (stroke.begins()) {
                add(lastX, lastY, startX, startY);
                startX = stroke.fromX() * across;
                startY = stroke.fromY() * down;
                lastX = startX;
                lastY = startY;
            }
            int steps = stroke.curved() ? steps(stroke, Math.max(across, down)) : 1;
            for (int i = 1; i <= steps; i++) {
                double x = stroke.xAt((double) i / steps) * across;
                double y = stroke.yAt((double) i / steps) * down;
                add(lastX, lastY, x, y);
                lastX = x;
                lastY = y;
            }
        }
        add(lastX, lastY, startX, startY);
        edges.sort(Comparator.comparingDouble(Edge::topY));
    }

    /** So many that a step is a few pixels long. */
    private static int steps(Stroke s, double scale) {
        double length = StrictMath.hypot(s.x1() - s.fromX(), s.y1() - s.fromY())
                + StrictMath.hypot(s.x2() - s.x1(), s.y2() - s.y1())
                + StrictMath.hypot(s.x() - s.x2(), s.y() - s.y2());
        return (int) Math.max(4, Math.min(MOST_STEPS, Math.ceil(length * scale / 3)));
    }

    private void add(double fromX, double fromY, double toX, double toY) {
        if (fromY < toY) {
            edges.add(new Edge(fromX, fromY, toX, toY, 1));
        } else if (fromY > toY) {
            edges.add(new Edge(toX, toY, fromX, fromY, -1));
        }
    }

    /** The covered share of each pixel of a part, from 0 to 255. */
    int[] of(Region part, Deadline deadline) {
        int[] out = new int[part.width() * part.height()];
        int[] change = new int[part.width() + 2];
        List<Edge> active = new ArrayList<>();
        int next = 0;
        for (int row = 0; row < part.height(); row++) {
            deadline.check();
            Arrays.fill(change, 0);
            for (int line = 0; line < LINES; line++) {
                double y = part.y() + row + (line + 0.5) / LINES;
                while (next < edges.size() && edges.get(next).topY() <= y) {
                    active.add(edges.get(next++));
                }
                active.removeIf(edge -> edge.bottomY() <= y);
                spans(active, y, part.x(), part.width(), change);
            }
            int covered = 0;
            for (int x = 0; x < part.width(); x++) {
                covered += change[x];
                out[row * part.width() + x] = (covered * 255 + FULL / 2) / FULL;
            }
        }
        return out;
    }

    private static void spans(List<Edge> active, double y, int from, int width, int[] change) {
        long[] crossings = new long[active.size()];
        for (int i = 0; i < crossings.length; i++) {
            Edge edge = active.get(i);
            double x = Math.max(-FARTHEST, Math.min(FARTHEST, edge.at(y)));
            long place = Math.round(x * SHARES) - (long) from * SHARES;
            crossings[i] = Math.max(0, Math.min((long) width * SHARES, place)) << 1 | (edge.turn() > 0 ? 1 : 0);
        }
        Arrays.sort(crossings);
        int winding = 0;
        for (int i = 0; i < crossings.length; i++) {
            int before = winding;
            winding += (crossings[i] & 1) != 0 ? 1 : -1;
            if (before == 0) {
                begin(change, (int) (crossings[i] >> 1), 1);
            } else if (winding == 0) {
                begin(change, (int) (crossings[i] >> 1), -1);
            }
        }
    }

    /** All from this place on is covered, or is not any more: of the pixel that it lies in, a share. */
    private static void begin(int[] change, int place, int sign) {
        int pixel = place / SHARES;
        int rest = place % SHARES;
        change[pixel] += sign * (SHARES - rest);
        change[pixel + 1] += sign * rest;
    }
}
