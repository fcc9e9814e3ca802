package dev.vitrine.render.scene;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.FoldEdge;
import dev.vitrine.render.pixel.LightMap;
import dev.vitrine.render.pixel.Mask;
import dev.vitrine.render.pixel.Pieces;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.pixel.Sprite;
import dev.vitrine.render.pixel.TextureMap;
import dev.vitrine.render.resample.Development;
import java.util.Optional;

/**
 * The pixels of a scene at one level of its pyramid. Each raster is decoded when it is first asked for and then shared:
 * nobody may write to what they get. All regions are in pixels of this level. A damaged raster ends the request that needs
 * it, and no other.
 */
public interface SceneRasters {
    /** Whether a part is at hand, or is being read at this moment. */
    default boolean isKept(ScenePart part) {
        return true;
    }

    /** Of the view at this level. */
    Size size();

    /** Pixels of this level per pixel of the full-size view, at most 1. */
    double scale();

    /** The photograph, opaque. */
    PixelBuffer view();

    /** The photograph developed into a reply, if it is kept: from the second time on that it is asked for. */
    default Optional<PixelBuffer> developed(Development development, Deadline deadline) {
        return Optional.empty();
    }

    Mask mask(Layer layer);

    /** Where an object is: its mask, or the alpha of its image; nowhere if it has neither. */
    default Mask coverage(SceneObject object) {
        return object.mask()
                .map(this::mask)
                .or(() -> object.overlap()
                        .flatMap(Overlap::image)
                        .map(image -> sprite(image).coverage()))
                .orElseGet(() -> new Mask(Region.EMPTY, new byte[0]));
    }

    /** The pixels that {@link #coverage} covers, as {@link Mask#pieces} tells them. */
    default Pieces pieces(SceneObject object) {
        return object.mask()
                .map(mask -> mask(mask).pieces(size()))
                .or(() -> object.overlap()
                        .flatMap(Overlap::image)
                        .map(image -> sprite(image).pieces(size())))
                .orElseGet(() -> Pieces.none(size()));
    }

    LightMap light(Layer layer);

    /** A picture with alpha. */
    Sprite sprite(Layer layer);

    /** The surface coordinates of a UV map or a baked mesh; not for other geometries. */
    TextureMap textureMap(Geometry geometry);

    /** What two sheets share along the folds of a UV map; absent where none is told for this level. */
    default Optional<FoldEdge> foldEdge(Geometry geometry) {
        return Optional.empty();
    }
}
