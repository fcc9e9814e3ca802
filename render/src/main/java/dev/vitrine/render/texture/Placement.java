package dev.vitrine.render.texture;

import dev.vitrine.core.value.RealPair;

/**
 * From surface coordinates (scene units) to pixels of a picture: {@code x = xu u + xv v + x0}, {@code y = yu u + yv v + y0}.
 */
public record Placement(double xu, double xv, double x0, double yu, double yv, double y0) {
    /** Surface coordinates are pixels. */
    public static final Placement IDENTITY = new Placement(1, 0, 0, 0, 1, 0);

    /**
     * The picture's anchor on a surface point, turned clockwise about it.
     *
     * @param point scene units
     * @param anchor the picture's pixel that lies there
     * @param density picture pixels per scene unit, along the picture's own x and y
     * @param degrees clockwise, as seen on the surface
     */
    public static Placement of(RealPair point, RealPair anchor, RealPair density, double degrees) {
        double cos = cos(degrees);
        double sin = cos(degrees - 90);
        double xu = cos * density.x();
        double xv = sin * density.x();
        double yu = -sin * density.y();
        double yv = cos * density.y();
        return new Placement(
                xu,
                xv,
                anchor.x() - xu * point.x() - xv * point.y(),
                yu,
                yv,
                anchor.y() - yu * point.x() - yv * point.y());
    }

    /** To other units for the picture's pixels. */
    Placement scaled(double acrossX, double acrossY) {
        return new Placement(xu * acrossX, xv * acrossX, x0 * acrossX, yu * acrossY, yv * acrossY, y0 * acrossY);
    }

    /** Exact at quarter turns. */
    private static double cos(double degrees) {
        double turn = Math.abs(degrees % 360);
        if (turn == 90 || turn == 270) {
            return 0;
        }
        return turn == 180 ? -1 : turn == 0 ? 1 : Math.cos(Math.toRadians(turn));
    }
}
