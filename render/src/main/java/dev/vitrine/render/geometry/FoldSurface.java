package dev.vitrine.render.geometry;

import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.pixel.TextureMap;

/**
 * The second sheet along the folds of a surface. It is known on narrow lines only, so how it runs is taken from the first
 * sheet of the pixel nearby that lies closest on the surface.
 */
final class FoldSurface implements Surface {
    private static final int REACH = 2;

    private final TextureMap lines;
    private final TextureMap sheets;
    private final CurvedSurface whole;

    FoldSurface(TextureMap lines, TextureMap sheets) {
        this.lines = lines;
        this.sheets = sheets;
        this.whole = new CurvedSurface(sheets);
    }

    @Override
    public void read(int x, int y, int count, SurfaceRow out) {
        Region region = lines.region();
        for (int i = 0; i < count; i++) {
            int at = region.contains(x + i, y) ? (y - region.y()) * region.width() + x + i - region.x() : -1;
            out.known[i] = at >= 0 && lines.island()[at] != 0;
            if (out.known[i]) {
                read(x + i, y, at, out, i);
            }
        }
    }

    private void read(int x, int y, int at, SurfaceRow out, int i) {
        float u = lines.u()[at];
        float v = lines.v()[at];
        double closest = Double.MAX_VALUE;
        for (int dy = -REACH; dy <= REACH; dy++) {
            for (int dx = -REACH; dx <= REACH; dx++) {
                int near = sheet(x + dx, y + dy);
                if (near >= 0) {
                    double apart = Math.hypot(sheets.u()[near] - u, sheets.v()[near] - v);
                    if (apart < closest) {
                        closest = apart;
                        whole.differentiate(x + dx, y + dy, near, out, i);
                    }
                }
            }
        }
        out.u[i] = u;
        out.v[i] = v;
    }

    private int sheet(int x, int y) {
        Region region = sheets.region();
        int at = region.contains(x, y) ? (y - region.y()) * region.width() + x - region.x() : -1;
        return at >= 0 && sheets.island()[at] != 0 ? at : -1;
    }
}
