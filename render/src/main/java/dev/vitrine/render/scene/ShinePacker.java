package dev.vitrine.render.scene;

import dev.vitrine.render.pixel.Mask;
import dev.vitrine.render.pixel.Region;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Packs what a scene knows of its shine. Of reflections only what has a strength is kept. */
final class ShinePacker {
    private final SourceLevels source;
    private final PackedLayers layers;
    private final Consumer<String> progress;

    ShinePacker(SourceLevels source, PackedLayers layers, Consumer<String> progress) {
        this.source = source;
        this.layers = layers;
        this.progress = progress;
    }

    Shine pack(Shine shine) {
        Optional<Layer> specular = shine.specular().map(layer -> {
            progress.accept("specular light");
            return layers.light("specular", source.lights(layer), layers.frames());
        });
        return new Shine(shine.reflection().map(this::reflection), specular);
    }

    private Shine.Reflection reflection(Shine.Reflection reflection) {
        progress.accept("reflections");
        List<Mask> strength = source.masks(reflection.strength());
        List<Region> areas = strength.stream().map(PackedLayers::content).toList();
        Geometry.Range whole = reflection.source().range().orElseThrow();
        Layer st = layers.texture("reflection", source.textures(reflection.source()), areas, whole)
                .map();
        return new Shine.Reflection(
                st,
                layers.mask("reflection", "strength", strength),
                reflection.distance().map(layer -> layers.mask("reflection", "distance", source.masks(layer))));
    }
}
