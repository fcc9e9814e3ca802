package dev.vitrine.render.report;

import com.google.common.math.Stats;
import dev.vitrine.core.value.RealPair;
import dev.vitrine.render.scene.Geometry;
import dev.vitrine.render.scene.SceneObject;
import java.util.List;
import java.util.Optional;

/**
 * How many pixels of the full-size view a scene unit of each object takes, as the square root of the ratio of areas. Only
 * flat objects of known size count: theirs can be told without decoding anything.
 *
 * @param least of all objects; all three are 0 when no object counts
 */
record Resolutions(double least, double average, double most) {
    static Resolutions of(List<SceneObject> objects) {
        List<Double> all = objects.stream()
                .map(o -> of(o.geometry()))
                .flatMap(Optional::stream)
                .toList();
        if (all.isEmpty()) {
            return new Resolutions(0, 0, 0);
        }
        Stats stats = Stats.of(all);
        return new Resolutions(stats.min(), stats.mean(), stats.max());
    }

    private static Optional<Double> of(Geometry geometry) {
        if (geometry instanceof Geometry.Quad quad && quad.width() * quad.height() > 0) {
            return Optional.of(Math.sqrt(area(quad.corners()) / (quad.width() * quad.height())));
        }
        return Optional.empty();
    }

    /** The shoelace formula. */
    private static double area(List<RealPair> polygon) {
        double twice = 0;
        for (int i = 0; i < polygon.size(); i++) {
            RealPair a = polygon.get(i);
            RealPair b = polygon.get((i + 1) % polygon.size());
            twice += a.x() * b.y() - b.x() * a.y();
        }
        return Math.abs(twice) / 2;
    }
}
