package dev.vitrine.render.scene;

import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.pixel.TextureMap;

/**
 * A texture map for a smaller view. What is wanted is the surface point at the center of each target pixel, so no average is
 * right where an island ends inside the pixel; instead a plane is fitted (least squares) to the island's own samples around the
 * center and evaluated there. That is exact wherever the surface is flat, and never mixes two islands: the one that covers most
 * of the pixel takes it. Where its samples do not span a plane, the nearest of them stands in.
 */
final class TextureShrink {
    private static final double MARGIN = 1.0;

    private final TextureMap map;
    private final Region from;
    private final double stepX;
    private final double stepY;
    private final int[] votes = new int[256];

    TextureShrink(TextureMap map, Size source, Size target) {
        this.map = map;
        this.from = map.region();
        this.stepX = (double) source.width() / target.width();
        this.stepY = (double) source.height() / target.height();
    }

    TextureMap run(Region to) {
        int pixels = to.width() * to.height();
        float[] u = new float[pixels];
        float[] v = new float[pixels];
        byte[] island = new byte[pixels];
        Fit fit = new Fit();
        for (int i = 0; i < pixels; i++) {
            double left = (to.x() + i % to.width()) * stepX - from.x();
            double top = (to.y() + i / to.width()) * stepY - from.y();
            int id = majority(left, top);
            if (id != 0) {
                sample(fit, id, left, top);
                island[i] = (byte) id;
                u[i] = (float) fit.u;
                v[i] = (float) fit.v;
            }
        }
        return new TextureMap(to, u, v, island);
    }

    /** The island with the most samples in the target pixel; of equals the smaller number; 0 if there is none. */
    private int majority(double left, double top) {
        int lowX = clampX(Math.floor(left + 1e-9));
        int highX = clampX(Math.ceil(left + stepX - 1e-9));
        int lowY = clampY(Math.floor(top + 1e-9));
        int highY = clampY(Math.ceil(top + stepY - 1e-9));
        int best = 0;
        for (int pass = 0; pass < 2; pass++) {
            for (int y = lowY; y < highY; y++) {
                for (int x = lowX; x < highX; x++) {
                    int id = map.island()[y * from.width() + x] & 0xff;
                    if (pass == 1) {
                        votes[id] = 0;
                    } else if (id != 0) {
                        votes[id]++;
                        boolean more = best == 0 || votes[id] > votes[best];
                        best = more || (votes[id] == votes[best] && id < best) ? id : best;
                    }
                }
            }
        }
        return best;
    }

    private void sample(Fit fit, int id, double left, double top) {
        double centerX = left + stepX / 2;
        double centerY = top + stepY / 2;
        fit.clear();
        int lowX = clampX(Math.floor(left - MARGIN + 1e-9));
        int highX = clampX(Math.ceil(left + stepX + MARGIN - 1e-9));
        int highY = clampY(Math.ceil(top + stepY + MARGIN - 1e-9));
        for (int y = clampY(Math.floor(top - MARGIN + 1e-9)); y < highY; y++) {
            for (int x = lowX; x < highX; x++) {
                int at = y * from.width() + x;
                if ((map.island()[at] & 0xff) == id) {
                    fit.add(x + 0.5 - centerX, y + 0.5 - centerY, map.u()[at], map.v()[at]);
                }
            }
        }
        fit.solve();
    }

    private int clampX(double x) {
        return (int) Math.max(0, Math.min(from.width(), x));
    }

    private int clampY(double y) {
        return (int) Math.max(0, Math.min(from.height(), y));
    }

    /** Planes u(x,y) and v(x,y) through samples around 0,0; the values at 0,0 are the result. */
    private static final class Fit {
        private double u;
        private double v;
        private int count;
        private double sumX;
        private double sumY;
        private double sumU;
        private double sumV;
        private double xx;
        private double xy;
        private double yy;
        private double xu;
        private double yu;
        private double xv;
        private double yv;
        private double nearest;
        private double nearU;
        private double nearV;
        private double baseU;
        private double baseV;

        void clear() {
            count = 0;
            sumX = sumY = sumU = sumV = xx = xy = yy = xu = yu = xv = yv = 0;
            nearest = Double.MAX_VALUE;
        }

        void add(double x, double y, double sampleU, double sampleV) {
            if (count++ == 0) {
                baseU = sampleU; // differences to a sample keep the sums exact for large coordinates
                baseV = sampleV;
            }
            double du = sampleU - baseU;
            double dv = sampleV - baseV;
            sumX += x;
            sumY += y;
            sumU += du;
            sumV += dv;
            xx += x * x;
            xy += x * y;
            yy += y * y;
            xu += x * du;
            yu += y * du;
            xv += x * dv;
            yv += y * dv;
            double distance = x * x + y * y;
            if (distance < nearest - 1e-9) {
                nearest = distance;
                nearU = sampleU;
                nearV = sampleV;
            }
        }

        void solve() {
            double mx = sumX / count;
            double my = sumY / count;
            double cxx = xx / count - mx * mx;
            double cxy = xy / count - mx * my;
            double cyy = yy / count - my * my;
            double determinant = cxx * cyy - cxy * cxy;
            double offCenter = mx * mx + my * my;
            if (determinant < 0.01 || offCenter > 2 * (cxx + cyy)) {
                u = nearU;
                v = nearV;
                return;
            }
            u = baseU + atCenter(sumU / count, xu / count, yu / count, mx, my, cxx, cxy, cyy, determinant);
            v = baseV + atCenter(sumV / count, xv / count, yv / count, mx, my, cxx, cxy, cyy, determinant);
        }

        private static double atCenter(
                double mean,
                double mxf,
                double myf,
                double mx,
                double my,
                double cxx,
                double cxy,
                double cyy,
                double det) {
            double cxf = mxf - mx * mean;
            double cyf = myf - my * mean;
            double slopeX = (cxf * cyy - cyf * cxy) / det;
            double slopeY = (cyf * cxx - cxf * cxy) / det;
            return mean - slopeX * mx - slopeY * my;
        }
    }
}
