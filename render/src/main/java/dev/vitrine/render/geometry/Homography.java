package dev.vitrine.render.geometry;

import static com.google.common.base.Preconditions.checkArgument;

import dev.vitrine.core.value.RealPair;
import java.util.List;

/**
 * A projective map of the plane: {@code (x, y)} goes to {@code ((a x + b y + c) / w, (d x + e y + f) / w)} with
 * {@code w = g x + h y + i}.
 */
public record Homography(double a, double b, double c, double d, double e, double f, double g, double h, double i) {

    /** From a 3 × 3 matrix, row by row. */
    public static Homography ofRows(List<Double> m) {
        checkArgument(m.size() == 9, "%s numbers instead of 9", m.size());
        return new Homography(m.get(0), m.get(1), m.get(2), m.get(3), m.get(4), m.get(5), m.get(6), m.get(7), m.get(8));
    }

    /** From view points to the rectangle {@code width} × {@code height} whose corners (clockwise from the top left) they show. */
    public static Homography ofQuad(List<RealPair> corners, double width, double height) {
        return ofUnitSquare(corners).scaled(1 / width, 1 / height).inverse();
    }

    /** From the unit square to the four points (Heckbert 1989, section 2.2.3). */
    private static Homography ofUnitSquare(List<RealPair> corners) {
        checkArgument(corners.size() == 4, "%s corners", corners.size());
        RealPair p0 = corners.get(0);
        RealPair p1 = corners.get(1);
        RealPair p2 = corners.get(2);
        RealPair p3 = corners.get(3);
        double dx1 = p1.x() - p2.x();
        double dx2 = p3.x() - p2.x();
        double dy1 = p1.y() - p2.y();
        double dy2 = p3.y() - p2.y();
        double sx = p0.x() - p1.x() + p2.x() - p3.x();
        double sy = p0.y() - p1.y() + p2.y() - p3.y();
        double det = dx1 * dy2 - dx2 * dy1;
        double g = (sx * dy2 - dx2 * sy) / det;
        double h = (dx1 * sy - sx * dy1) / det;
        return new Homography(
                p1.x() - p0.x() + g * p1.x(),
                p3.x() - p0.x() + h * p3.x(),
                p0.x(),
                p1.y() - p0.y() + g * p1.y(),
                p3.y() - p0.y() + h * p3.y(),
                p0.y(),
                g,
                h,
                1);
    }

    /** This map after its argument is multiplied by {@code sx}, {@code sy}. */
    public Homography scaled(double sx, double sy) {
        return new Homography(a * sx, b * sy, c, d * sx, e * sy, f, g * sx, h * sy, i);
    }

    /** Whether it can be undone, and holds numbers only. */
    public boolean isRegular() {
        double determinant = determinant();
        return Double.isFinite(determinant) && determinant != 0;
    }

    public Homography inverse() {
        double det = determinant();
        return new Homography(
                (e * i - f * h) / det,
                (c * h - b * i) / det,
                (b * f - c * e) / det,
                (f * g - d * i) / det,
                (a * i - c * g) / det,
                (c * d - a * f) / det,
                (d * h - e * g) / det,
                (b * g - a * h) / det,
                (a * e - b * d) / det);
    }

    private double determinant() {
        return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
    }

    public RealPair map(double x, double y) {
        double w = g * x + h * y + i;
        return new RealPair((a * x + b * y + c) / w, (d * x + e * y + f) / w);
    }

    /** The derivatives at a point. */
    public Jacobian jacobian(double x, double y) {
        double w = g * x + h * y + i;
        double u = (a * x + b * y + c) / w;
        double v = (d * x + e * y + f) / w;
        return new Jacobian((a - u * g) / w, (b - u * h) / w, (d - v * g) / w, (e - v * h) / w);
    }

    /** How much u and v change per step in x and y. */
    public record Jacobian(double ux, double uy, double vx, double vy) {
        /** Area of surface per area of view. */
        public double area() {
            return Math.abs(ux * vy - uy * vx);
        }
    }
}
