package dev.vitrine.core.value;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A path of lines and Bézier curves that go round something, as {@code clipPath=} has it. Every part is closed.
 *
 * @param strokes one behind the other; each begins where the one before it ends, unless it begins a part
 */
public record VectorPath(ImmutableList<Stroke> strokes) {
    /**
     * One curve, or a line, whose inner points lie on its ends.
     *
     * @param begins whether it is the first of its part
     */
    public record Stroke(
            boolean begins,
            double fromX,
            double fromY,
            double x1,
            double y1,
            double x2,
            double y2,
            double x,
            double y,
            boolean curved) {
        static Stroke line(boolean begins, double fromX, double fromY, double x, double y) {
            return new Stroke(begins, fromX, fromY, fromX, fromY, x, y, x, y, false);
        }

        private Stroke moved(double dx, double dy) {
            return new Stroke(
                    begins, fromX + dx, fromY + dy, x1 + dx, y1 + dy, x2 + dx, y2 + dy, x + dx, y + dy, curved);
        }

        /** The place after this share of the way, from 0 to 1. */
        public double xAt(double t) {
            return at(t, fromX, x1, x2, x);
        }

        /** Likewise, from the top. */
        public double yAt(double t) {
            return at(t, fromY, y1, y2, y);
        }

        private double at(double t, double a, double b, double c, double d) {
            double rest = 1 - t;
            return curved
                    ? rest * rest * rest * a + 3 * rest * rest * t * b + 3 * rest * t * t * c + t * t * t * d
                    : rest * a + t * d;
        }

        private String text() {
            String start = begins ? "M" + pair(fromX, fromY) : "";
            String points = curved ? "C" + pair(x1, y1) + "," + pair(x2, y2) + "," : "L";
            return start + points + pair(x, y);
        }
    }

    /** Where the smallest box lies that holds the path, in whole pixels. */
    public MeasuredBox extent() {
        List<Double> across = strokes.stream()
                .flatMap(s ->
                        extremes(s.fromX, s.x1, s.x2, s.x, s.curved).stream().map(s::xAt))
                .toList();
        List<Double> down = strokes.stream()
                .flatMap(s ->
                        extremes(s.fromY, s.y1, s.y2, s.y, s.curved).stream().map(s::yAt))
                .toList();
        double left = Math.floor(across.stream().reduce(Math::min).orElse(0.0));
        double top = Math.floor(down.stream().reduce(Math::min).orElse(0.0));
        double right = Math.ceil(across.stream().reduce(Math::max).orElse(0.0));
        double bottom = Math.ceil(down.stream().reduce(Math::max).orElse(0.0));
        return new MeasuredBox(left, top, Math.max(1, right - left), Math.max(1, bottom - top), false);
    }

    /** The same path elsewhere. */
    public VectorPath moved(double dx, double dy) {
        return new VectorPath(strokes.stream().map(s -> s.moved(dx, dy)).collect(ImmutableList.toImmutableList()));
    }

    /** The shares of the way after which a coordinate may be largest or smallest. */
    private static List<Double> extremes(double a, double b, double c, double d, boolean curved) {
        if (!curved) {
            return List.of(0.0, 1.0);
        }
        double cube = d - 3 * c + 3 * b - a;
        double square = 2 * (c - 2 * b + a);
        double line = b - a;
        double root = Math.sqrt(square * square - 4 * cube * line);
        Stream<Double> inside = cube == 0
                ? Stream.of(-line / square)
                : Stream.of((-square - root) / (2 * cube), (-square + root) / (2 * cube));
        return Stream.concat(Stream.of(0.0, 1.0), inside.filter(t -> t > 0 && t < 1))
                .toList();
    }

    private static String pair(double x, double y) {
        return Numbers.text(x) + "," + Numbers.text(y);
    }

    /** As {@code clipPath=} reads it: absolute, and closed where the next part begins. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        for (Stroke stroke : strokes) {
            out.append(stroke.text());
        }
        return out.toString();
    }
}
