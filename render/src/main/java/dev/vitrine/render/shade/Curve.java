package dev.vitrine.render.shade;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A curve through points, straight from point to point or bent: between two of them the way {@code t} from 0 to 1 becomes
 * {@code t^(2^(-shape / 50))}.
 *
 * @param points from left to right, all numbers 0 to 1; the first at 0, the last at 1
 * @param shape -100 to 100; 0 is straight, positive rises early
 */
public record Curve(List<Point> points, int shape) {
    /** A point of the curve. */
    public record Point(double x, double y) {}

    public Curve {
        points = List.copyOf(points);
        checkArgument(points.size() >= 2, "%s points", points.size());
        checkArgument(shape >= -100 && shape <= 100, "shape %s", shape);
    }

    /** The same height everywhere, or for {@code left} 0 and {@code right} 1 the diagonal. */
    static Curve line(double left, double right) {
        return new Curve(List.of(new Point(0, left), new Point(1, right)), 0);
    }

    /**
     * A letter's list {@code yLeft.yRight.xMid.yMid.shape}, levels of 255; what is missing comes from the usual curve, whose
     * middle point is at 128.
     */
    static Curve read(List<OptionalInt> list, Curve usual) {
        double left = level(list, 0, usual.at(0));
        double right = level(list, 1, usual.at(1));
        double x = level(list, 2, 128 / 255.0);
        double y = level(list, 3, usual.at(128 / 255.0));
        return through(left, List.of(new Point(x, y)), right, shape(list));
    }

    /** The light's list {@code yLeft.yRight.x1.y1.shape.x2.y2}; what is missing lies on the diagonal. */
    static Curve readLight(List<OptionalInt> list) {
        double x1 = level(list, 2, 85 / 255.0);
        double x2 = level(list, 5, 170 / 255.0);
        List<Point> middle = new ArrayList<>();
        middle.add(new Point(x1, level(list, 3, x1)));
        middle.add(new Point(x2, level(list, 6, x2)));
        return through(level(list, 0, 0), middle, level(list, 1, 1), shape(list));
    }

    /** The height at {@code x}, 0 to 1. */
    public double at(double x) {
        int i = 1;
        while (i < points.size() - 1 && x > points.get(i).x()) {
            i++;
        }
        Point a = points.get(i - 1);
        Point b = points.get(i);
        if (b.x() <= a.x()) {
            return b.y();
        }
        double t = Math.min(Math.max((x - a.x()) / (b.x() - a.x()), 0), 1);
        double bent = shape == 0 ? t : Math.pow(t, Math.pow(2, -shape / 50.0));
        return bent == 1 ? b.y() : a.y() + bent * (b.y() - a.y());
    }

    private static Curve through(double left, List<Point> middle, double right, int shape) {
        List<Point> points = new ArrayList<>();
        points.add(new Point(0, left));
        middle.stream().sorted((a, b) -> Double.compare(a.x(), b.x())).forEach(points::add);
        points.add(new Point(1, right));
        return new Curve(points, shape);
    }

    private static double level(List<OptionalInt> list, int i, double usual) {
        boolean given = i < list.size() && list.get(i).isPresent();
        return given ? Math.min(Math.max(list.get(i).getAsInt(), 0), 255) / 255.0 : usual;
    }

    private static int shape(List<OptionalInt> list) {
        return list.size() > 4 ? Math.min(Math.max(list.get(4).orElse(0), -100), 100) : 0;
    }
}
