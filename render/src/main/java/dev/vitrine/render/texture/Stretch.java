package dev.vitrine.render.texture;

import static com.google.common.base.Preconditions.checkArgument;

import dev.vitrine.render.geometry.SurfaceRow;
import dev.vitrine.render.scene.CabinetStyle.Segment;
import dev.vitrine.render.scene.Layout.Area;
import java.util.List;

/**
 * One side of a picture laid along one side of a panel, strip by strip: fixed strips keep their physical size, the others share
 * what is left in proportion to theirs. Fixed strips that do not fit shrink alike; where there is nothing but fixed strips, or
 * none at all, the picture is stretched as a whole. So a picture always fills its panel, and one whose panel has the picture's
 * own size is not changed at all.
 *
 * <p>Both arrays rise. Before the first and past the last edge the outermost strips go on.
 */
final class Stretch {
    private final double[] place;
    private final double[] pixel;

    private Stretch(double[] place, double[] pixel) {
        this.place = place;
        this.pixel = pixel;
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

    /** The strip that a place lies in; never one of no length. */
    private int strip(double at) {
        int strip = 0;
        for (int i = 0; i + 1 < place.length; i++) {
            if (place[i + 1] > place[i] && (at >= place[i] || place[strip + 1] == place[strip])) {
                strip = i;
            }
        }
        return strip;
    }

    /** Pixels per scene unit in the strip that holds this place. */
    double density(double at) {
        int strip = strip(at);
        return (pixel[strip + 1] - pixel[strip]) / (place[strip + 1] - place[strip]);
    }

    /** The pixel at a place, counted from the panel's edge. */
    double pixel(double at) {
        int strip = strip(at);
        return pixel[strip] + (at - place[strip]) * density(at);
    }

    /** A picture across and down a panel. */
    record Both(Area area, Stretch across, Stretch down, boolean mirrored) {
        /** Surface coordinates to pixels of the picture, with their changes; the first {@code count} places. */
        void toPixels(SurfaceRow surface, int from, int count, SurfaceRow out) {
            for (int i = 0; i < count; i++) {
                int at = from + i;
                double u = mirrored ? area.right() - surface.u[at] : surface.u[at] - area.left();
                double v = surface.v[at] - area.top();
                double du = mirrored ? -across.density(u) : across.density(u);
                double dv = down.density(v);
                out.known[i] = surface.known[at];
                out.u[i] = across.pixel(u);
                out.v[i] = down.pixel(v);
                out.ux[i] = (float) (surface.ux[at] * du);
                out.uy[i] = (float) (surface.uy[at] * du);
                out.vx[i] = (float) (surface.vx[at] * dv);
                out.vy[i] = (float) (surface.vy[at] * dv);
            }
        }
    }
}
