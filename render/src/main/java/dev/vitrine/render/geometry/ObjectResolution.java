package dev.vitrine.render.geometry;

import dev.vitrine.render.pixel.Mask;
import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.scene.Geometry;
import dev.vitrine.render.scene.SceneObject;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** How many pixels of a view a scene unit of an object takes: the square root of the ratio of areas, where it is seen. */
public final class ObjectResolution {
    private static final int SAMPLES_ACROSS = 64;
    private static final int MIDDLE = 128;

    private final Surfaces surfaces;

    public ObjectResolution(Surfaces surfaces) {
        this.surfaces = surfaces;
    }

    /**
     * The median over a grid of an object's pixels; nothing for objects without surface, or of which nothing is seen.
     *
     * @param path of the object
     * @param mask where it is
     */
    public OptionalDouble of(String path, SceneObject object, Mask mask) {
        Region region = mask.region();
        if (object.geometry() instanceof Geometry.None || region.isEmpty()) {
            return OptionalDouble.empty();
        }
        Surface surface = surfaces.of(path, object.geometry(), region);
        SurfaceRow row = new SurfaceRow(region.width());
        List<Double> found = new ArrayList<>();
        int step = Math.max(1, Math.max(region.width(), region.height()) / SAMPLES_ACROSS);
        for (int y = region.y(); y < region.bottom(); y += step) {
            surface.read(region.x(), y, region.width(), row);
            for (int i = 0; i < region.width(); i += step) {
                double area = Math.abs((double) row.ux[i] * row.vy[i] - (double) row.uy[i] * row.vx[i]);
                if (row.known[i] && mask.at(region.x() + i, y) > MIDDLE && area > 0 && Double.isFinite(area)) {
                    found.add(1 / Math.sqrt(area));
                }
            }
        }
        found.sort(null);
        return found.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(found.get(found.size() / 2));
    }
}
