package dev.vitrine.render.report;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.math.Stats;
import dev.vitrine.render.geometry.ObjectResolution;
import dev.vitrine.render.geometry.Surfaces;
import dev.vitrine.render.scene.Scene;
import dev.vitrine.render.scene.SceneLayers;
import dev.vitrine.render.scene.SceneRasters;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How many pixels of the full-size view a scene unit of each object takes.
 *
 * @param least of all objects that have a surface and are seen; all three are 0 when there are none
 */
record Resolutions(double least, double average, double most) {
    /** @param rasters of the full size */
    static Resolutions of(Scene scene, SceneRasters rasters) {
        ObjectResolution resolution =
                new ObjectResolution(new Surfaces(rasters, scene.view().size()));
        List<Double> all = SceneLayers.objects(scene.root()).entrySet().stream()
                .map(o -> resolution.of(o.getKey(), o.getValue(), rasters.coverage(o.getValue())))
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .collect(toImmutableList());
        if (all.isEmpty()) {
            return new Resolutions(0, 0, 0);
        }
        Stats stats = Stats.of(all);
        return new Resolutions(stats.min(), stats.mean(), stats.max());
    }
}
