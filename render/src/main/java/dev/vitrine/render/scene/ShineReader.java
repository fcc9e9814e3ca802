package dev.vitrine.render.scene;

import java.util.Optional;
import java.util.Set;

/** Reads what a manifest says of reflections and of the specular layer. */
final class ShineReader {
    private ShineReader() {}

    static Shine read(ManifestNode reflection, ManifestNode specular) {
        return new Shine(
                reflection.isPresent() ? Optional.of(reflection(reflection)) : Optional.empty(),
                LayerReader.find(specular, 0));
    }

    private static Shine.Reflection reflection(ManifestNode node) {
        node.expectKeys(Set.of("st", "strength", "distance"), Set.of());
        return new Shine.Reflection(
                LayerReader.read(node.at("st"), 0),
                LayerReader.read(node.at("strength"), 0),
                LayerReader.find(node.at("distance"), 0));
    }
}
