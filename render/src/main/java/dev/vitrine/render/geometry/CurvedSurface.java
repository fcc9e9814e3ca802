package dev.vitrine.render.geometry;

import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.pixel.TextureMap;

/**
 * A surface that a texture map describes pixel by pixel. Differences are taken between neighbours of the same island only.
 * A pixel without coordinates (soft edges reach beyond the map) goes on from the nearest one that has them, up to
 * {@link #REACH} pixels away, as the surface goes there.
 */
final class CurvedSurface implements Surface {
    private static final int REACH = 4;

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
