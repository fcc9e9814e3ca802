package dev.vitrine.render.geometry;

import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.scene.Geometry;
import dev.vitrine.render.scene.SceneRasters;

/** Makes surfaces out of the geometry that a scene tells. */
public final class Surfaces {
    private final SceneRasters rasters;
    private final Size fullSize;

    /** For the level of these rasters in a scene of this full size. */
    public Surfaces(SceneRasters rasters, Size fullSize) {
        this.rasters = rasters;
        this.fullSize = fullSize;
    }

    /**
     * The surface of an object that covers this region of the level.
     *
     * @throws dev.vitrine.core.failure.FailureException if the geometry is degenerate, or has no surface at all
     */
    public Surface of(String object, Geometry geometry, Region region) {
        if (geometry instanceof Geometry.Quad quad) {
            return flat(object, Homography.ofQuad(quad.corners(), quad.width(), quad.height()), region);
        }
        if (geometry instanceof Geometry.Matrix matrix) {
            return flat(object, Homography.ofRows(matrix.rows()), region);
        }
        if (geometry instanceof Geometry.None) {
            throw Failures.unsuitableMaterial(object, "it has no surface coordinates");
        }
        return new CurvedSurface(rasters.textureMap(geometry));
    }

    private Surface flat(String object, Homography full, Region region) {
        if (!full.isRegular()) {
            throw Failures.sourceDamaged(object, "its perspective is degenerate");
        }
        double sx = (double) fullSize.width() / rasters.size().width();
        double sy = (double) fullSize.height() / rasters.size().height();
        double x = region.x() + region.width() / 2.0;
        double y = region.y() + region.height() / 2.0;
        return new FlatSurface(full.scaled(sx, sy), x, y);
    }
}
