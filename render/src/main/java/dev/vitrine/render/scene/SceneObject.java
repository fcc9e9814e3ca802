package dev.vitrine.render.scene;

import dev.vitrine.core.value.RealPair;
import java.util.Map;
import java.util.Optional;

/**
 * An object of the vignette.
 *
 * @param mask its coverage; absent only for overlap objects, whose image's alpha stands in
 * @param origins surface points by origin number (0, 1, 3 to 6), scene units
 * @param decal where a decal goes, for objects that take one
 * @param noTexture takes solid colors only, though its type could wear more
 * @param original what the photo shows on it; absent when unknown
 * @param differenceEdge composited as a difference from {@code original} (exact at soft edges) rather than over the view
 * @param overlap present for overlap objects
 * @param layout of walls, cabinets and window frames
 */
public record SceneObject(
        String name,
        ObjectType type,
        int ident,
        Map<String, String> attributes,
        Optional<Layer> mask,
        Geometry geometry,
        Map<Integer, RealPair> origins,
        Optional<DecalArea> decal,
        boolean noTexture,
        Optional<Original> original,
        boolean differenceEdge,
        Optional<Overlap> overlap,
        Layout layout)
        implements Node {
    public SceneObject {
        attributes = Map.copyOf(attributes);
        origins = Map.copyOf(origins);
    }

    /** Whether it can wear a texture or a decal. */
    public boolean isTexturable() {
        return type.isTexturable() && !noTexture && !(geometry instanceof Geometry.None);
    }

    /** The origin of this number, else number 0, else the top-left of texture space. */
    public RealPair origin(int number) {
        RealPair fallback = origins.getOrDefault(0, new RealPair(0, 0));
        return origins.getOrDefault(number, fallback);
    }
}
