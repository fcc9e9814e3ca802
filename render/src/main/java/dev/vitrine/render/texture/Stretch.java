package dev.vitrine.render.texture;

import static com.google.common.base.Preconditions.checkArgument;

import dev.vitrine.render.geometry.SurfaceRow;
import dev.vitrine.render.scene.CabinetStyle.Segment;
import dev.vitrine.render.scene.Layout.Area;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One side of a picture laid along one side of a panel, strip by strip: fixed strips keep their physical size, the others share
 * what is left in proportion to theirs. Fixed strips that do not fit shrink alike; where there is nothing but fixed strips, or
 * none at all, the picture is stretched as a whole. So a picture always fills its panel, and one whose panel has the picture's
 * own size is not changed at all.
 *
 * <p>Before the first and past the last edge the outermost strips go on.
 */
final class Stretch {
    /** Of each strip where it begins on the panel and in the picture, and its pixels per scene unit; none is of no length. */
    private final double[] place;

    private final double[] pixel;
    private final double[] density;

    /** @param edges of all strips, on the panel and in the picture; both rise */
    private Stretch(double[] edges, double[] pixels) {
        int[] strips = IntStream.range(0, edges.length - 1)
                .filter(i -> edges[i + 1] > edges[i])
                .toArray();
        this.place = Arrays.stream(strips).mapToDouble(i -> edges[i]).toArray();
        this.pixel = Arrays.stream(strips).mapToDouble(i -> pixels[i]).toArray();
        this.density = Arrays.stream(strips)
                .mapToDouble(i -> (pixels[i + 1] - pixels[i]) / (edges[i + 1] - edges[i]))
                .toArray();
    }

    /**
     * The strips of a picture along a panel.
     *
     * @param pixels how long the picture's side is; strips that add up to something else are taken in proportion
     * @param length of the panel's side, scene units
     * @param resolution pixels per scene unit, as the strips count pixels
     */
    static Stretch of(List<Segment> strips, double pixels, double length, double resolution) {
        checkArgument(length > 0 && pixels > 0, "%s pixels on %s", pixels, length);
        double sum = strips.stream().mapToDouble(Segment::pixels).sum();
        double fixed = strips.stream()
                        .filter(Segment::fixed)
                        .mapToDouble(Segment::pixels)
                        .sum()
                / resolution;
        double scaled = sum - fixed * resolution;
        if (scaled == 0 || fixed == 0) {
            return new Stretch(new double[] {0, length}, new double[] {0, pixels});
        }
        double shrink = Math.min(1, length / fixed);
        double[] place = new double[strips.size() + 1];
        double[] pixel = new double[strips.size() + 1];
        for (int i = 0; i < strips.size(); i++) {
            Segment strip = strips.get(i);
            double share = strip.fixed()
                    ? strip.pixels() / resolution * shrink
                    : strip.pixels() / scaled * Math.max(0, length - fixed);
            place[i + 1] = place[i] + share;
            pixel[i + 1] = pixel[i] + strip.pixels() / sum * pixels;
        }
        return new Stretch(place, pixel);
    }

    /**
     * The strip that a place lies in.
     *
     * @param near another strip: that of a neighbour is found at once
     */
    private int strip(double at, int near) {
        int strip = near;
        while (strip > 0 && at < place[strip]) {
            strip--;
        }
        while (strip + 1 < place.length && at >= place[strip + 1]) {
            strip++;
        }
        return strip;
    }

    /** The pixel at a place of a strip, counted from the panel's edge. */
    private double pixel(double at, int strip) {
        return pixel[strip] + (at - place[strip]) * density[strip];
    }

    /** A picture across and down a panel. */
    record Both(Area area, Stretch across, Stretch down, boolean mirrored) {
        /**
         * Surface coordinates to pixels of the picture, with their changes at each place; spans stay even within one strip.
         *
         * @param from where a span begins; it comes first
         */
        void toPixels(SurfaceRow surface, int from, int count, SurfaceRow out) {
            int column = 0;
            int row = 0;
            for (int start = 0; start < count; start += SurfaceRow.SPAN) {
                int end = Math.min(count, start + SurfaceRow.SPAN);
                boolean even = surface.even[(from + start) / SurfaceRow.SPAN];
                boolean same = true;
                for (int i = start; i < end; i++) {
                    int at = from + i;
                    double u = mirrored ? area.right() - surface.u[at] : surface.u[at] - area.left();
                    double v = surface.v[at] - area.top();
                    int nextColumn = across.strip(u, column);
                    int nextRow = down.strip(v, row);
                    same &= i == start || (nextColumn == column && nextRow == row);
                    column = nextColumn;
                    row = nextRow;
                    double du = mirrored ? -across.density[column] : across.density[column];
                    double dv = down.density[row];
                    int footprint = even ? from + start : at;
                    out.known[i] = surface.known[at];
                    out.u[i] = across.pixel(u, column);
                    out.v[i] = down.pixel(v, row);
                    out.ux[i] = (float) (surface.ux[footprint] * du);
                    out.uy[i] = (float) (surface.uy[footprint] * du);
                    out.vx[i] = (float) (surface.vx[footprint] * dv);
                    out.vy[i] = (float) (surface.vy[footprint] * dv);
                }
                out.even[start / SurfaceRow.SPAN] = even && same;
            }
        }
    }
}
