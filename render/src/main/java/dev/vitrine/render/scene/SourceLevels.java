package dev.vitrine.render.scene;

import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.FoldEdge;
import dev.vitrine.render.pixel.LightMap;
import dev.vitrine.render.pixel.Mask;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Sprite;
import dev.vitrine.render.pixel.TextureMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The author's rasters at all levels of a pyramid, the full size first. */
final class SourceLevels {
    private final SceneRasters rasters;
    private final List<Size> sizes;

    SourceLevels(SceneRasters rasters, List<Size> sizes) {
        this.rasters = rasters;
        this.sizes = sizes;
    }

    List<PixelBuffer> views() {
        Sprite view = new Sprite(0, 0, rasters.view());
        return all(view, shrink -> shrink.sprite(view)).stream()
                .map(Sprite::pixels)
                .toList();
    }

    List<Mask> masks(Layer layer) {
        Mask mask = rasters.mask(layer);
        return all(mask, shrink -> shrink.mask(mask));
    }

    List<LightMap> lights(Layer layer) {
        LightMap light = rasters.light(layer);
        return all(light, shrink -> shrink.light(light));
    }

    List<Sprite> sprites(Layer layer) {
        Sprite sprite = rasters.sprite(layer);
        return all(sprite, shrink -> shrink.sprite(sprite));
    }

    /** A UV map scaled down; a mesh baked anew for every level. */
    List<TextureMap> textures(Geometry geometry) {
        if (geometry instanceof Geometry.Mesh mesh) {
            return sizes.stream()
                    .map(size -> new MeshBaker(sizes.get(0), size).bake(mesh.mesh()))
                    .toList();
        }
        TextureMap map = rasters.textureMap(geometry);
        return all(map, shrink -> shrink.texture(map));
    }

    /** Of the full size only: what is seen of a fold at a smaller size cannot be told from it. */
    Optional<FoldEdge> foldEdge(Geometry geometry) {
        return rasters.foldEdge(geometry);
    }

    private <T> List<T> all(T full, Function<Shrink, T> smaller) {
        Stream<T> rest = sizes.stream()
                .skip(1)
                .map(size -> new Shrink(sizes.get(0), size))
                .map(smaller);
        return Stream.concat(Stream.of(full), rest).toList();
    }
}
