package dev.vitrine.render.geometry;

import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.scene.Geometry;
import dev.vitrine.render.scene.SceneRasters;
import java.util.Optional;

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
        Optional<Homography> flat = flat(object, geometry);
        if (flat.isPresent()) {
            double x = region.x() + region.width() / 2.0;
            double y = region.y() + region.height() / 2.0;
            return new FlatSurface(flat.get(), x, y);
        }
        if (geometry instanceof Geometry.None) {
            throw Failures.unsuitableMaterial(object, "it has no surface coordinates");
        }
        return new CurvedSurface(rasters.textureMap(geometry));
    }

    /**
     * From the level's pixels to scene units, for a flat surface; nothing for others.
     *
     * @throws dev.vitrine.core.failure.FailureException if the geometry is degenerate
     */
    public Optional<Homography> flat(String object, Geometry geometry) {
        if (geometry instanceof Geometry.Quad quad) {
            return Optional.of(scaled(object, Homography.ofQuad(quad.corners(), quad.width(), quad.height())));
        }
        return geometry instanceof Geometry.Matrix matrix
                ? Optional.of(scaled(object, Homography.ofRows(matrix.rows())))
                : Optional.empty();
    }

    /** The second sheets along the folds of a surface, where the scene tells of them. */
    public Optional<Surface> folds(Geometry geometry) {
        return rasters.foldEdge(geometry).map(edge -> new FoldSurface(edge.map(), rasters.textureMap(geometry)));
    }

    private Homography scaled(String object, Homography full) {
        if (!full.isRegular()) {
            throw Failures.sourceDamaged(object, "its perspective is degenerate");
        }
        double sx = (double) fullSize.width() / rasters.size().width();
        double sy = (double) fullSize.height() / rasters.size().height();
        return full.scaled(sx, sy);
    }
}
