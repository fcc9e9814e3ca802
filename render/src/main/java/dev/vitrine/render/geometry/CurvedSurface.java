package dev.vitrine.render.geometry;

import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.pixel.TextureMap;
import java.util.Arrays;

/**
 * A surface that a texture map describes pixel by pixel. Differences are taken between neighbours of the same island only.
 * A pixel without coordinates (soft edges reach beyond the map) goes on from the nearest one that has them, up to
 * {@link #REACH} pixels away, as the surface goes there.
 */
final class CurvedSurface implements Surface {
    private static final int REACH = 4;

    /** Shorter spans are not worth the look. */
    private static final int SHORTEST = 6;

    /** How much the footprint may change along a span, as a share of its size. */
    private static final float EVEN = 0.15f;

    private final TextureMap map;
    private final Region region;

    CurvedSurface(TextureMap map) {
        this.map = map;
        this.region = map.region();
    }

    @Override
    public void read(int x, int y, int count, SurfaceRow out) {
        for (int i = 0; i < count; i++) {
            int at = at(x + i, y);
            if (at >= 0) {
                differentiate(x + i, y, at, out, i);
            } else {
                extend(x + i, y, out, i);
            }
        }
    }

    @Override
    public void readSpans(int x, int y, int count, SurfaceRow out) {
        for (int start = 0; start < count; start += SurfaceRow.SPAN) {
            int end = Math.min(count, start + SurfaceRow.SPAN);
            boolean even = end - start >= SHORTEST && span(x + start, y, start, end - start, out);
            out.even[start / SurfaceRow.SPAN] = even;
            for (int i = start; !even && i < end; i++) {
                int at = at(x + i, y);
                if (at >= 0) {
                    differentiate(x + i, y, at, out, i);
                } else {
                    extend(x + i, y, out, i);
                }
            }
        }
    }

    /** Fills a span if it lies within the map, on one island, and about evenly. */
    private boolean span(int x, int y, int start, int count, SurfaceRow out) {
        int last = count - 1;
        if (!region.contains(x, y) || !region.contains(x + last, y)) {
            return false;
        }
        int at = (y - region.y()) * region.width() + x - region.x();
        byte[] island = map.island();
        boolean one = Arrays.mismatch(island, at, at + last, island, at + 1, at + count) < 0;
        if (!one || island[at] == 0) {
            return false;
        }
        int middle = count / 2;
        differentiateDown(x + middle, y, at + middle, out, start);
        out.ux[start] = (map.u()[at + last] - map.u()[at]) / last;
        out.vx[start] = (map.v()[at + last] - map.v()[at]) / last;
        float size =
                Math.abs(out.ux[start]) + Math.abs(out.vx[start]) + Math.abs(out.uy[start]) + Math.abs(out.vy[start]);
        if (Math.max(change(map.u(), at, count), change(map.v(), at, count)) > EVEN * size) {
            return false;
        }
        for (int i = 0; i <= last; i++) {
            out.u[start + i] = map.u()[at + i];
            out.v[start + i] = map.v()[at + i];
        }
        Arrays.fill(out.known, start, start + count, true);
        return true;
    }

    /** How much further a coordinate goes per pixel in the second half of a span than in the first. */
    private static float change(float[] coordinate, int at, int count) {
        int half = count / 2;
        float first = coordinate[at + half - 1] - coordinate[at];
        float second = coordinate[at + 2 * half - 1] - coordinate[at + half];
        return Math.abs(second - first) / (half - 1);
    }

    /** The place of a pixel in the map's arrays, or -1 where nothing is known. */
    private int at(int x, int y) {
        if (!region.contains(x, y)) {
            return -1;
        }
        int at = (y - region.y()) * region.width() + x - region.x();
        return map.island()[at] == 0 ? -1 : at;
    }

    /** Fills a place with a known pixel of the map, {@code at} in its arrays. */
    void differentiate(int x, int y, int at, SurfaceRow out, int i) {
        out.known[i] = true;
        out.u[i] = map.u()[at];
        out.v[i] = map.v()[at];
        int left = neighbour(x - 1, y, at);
        int right = neighbour(x + 1, y, at);
        float across = left == right ? 0 : 1f / ((left != at ? 1 : 0) + (right != at ? 1 : 0));
        out.ux[i] = (map.u()[right] - map.u()[left]) * across;
        out.vx[i] = (map.v()[right] - map.v()[left]) * across;
        differentiateDown(x, y, at, out, i);
    }

    private void differentiateDown(int x, int y, int at, SurfaceRow out, int i) {
        int above = neighbour(x, y - 1, at);
        int below = neighbour(x, y + 1, at);
        float down = above == below ? 0 : 1f / ((above != at ? 1 : 0) + (below != at ? 1 : 0));
        out.uy[i] = (map.u()[below] - map.u()[above]) * down;
        out.vy[i] = (map.v()[below] - map.v()[above]) * down;
    }

    /** The neighbour's place if it lies on the same island, else the pixel's own. */
    private int neighbour(int x, int y, int at) {
        int other = at(x, y);
        return other >= 0 && map.island()[other] == map.island()[at] ? other : at;
    }

    private void extend(int x, int y, SurfaceRow out, int i) {
        out.known[i] = false;
        int best = Integer.MAX_VALUE;
        int bestX = 0;
        int bestY = 0;
        for (int dy = -REACH; dy <= REACH; dy++) {
            for (int dx = -REACH; dx <= REACH; dx++) {
                int distance = dx * dx + dy * dy;
                if (distance < best && at(x + dx, y + dy) >= 0) {
                    best = distance;
                    bestX = dx;
                    bestY = dy;
                }
            }
        }
        if (best != Integer.MAX_VALUE) {
            differentiate(x + bestX, y + bestY, at(x + bestX, y + bestY), out, i);
            out.u[i] -= bestX * out.ux[i] + bestY * out.uy[i];
            out.v[i] -= bestX * out.vx[i] + bestY * out.vy[i];
        }
    }
}
