package dev.vitrine.render.scene;

import java.util.Optional;
import java.util.Set;

/** Reads references to rasters: a path, or an object that says more. */
final class LayerReader {
    private static final int FAR = 1_000_000;
    private static final Set<String> KEYS = Set.of("file", "x", "y", "channel", "fill", "blend", "opacity", "shadow");

    private LayerReader() {}

    static Layer read(ManifestNode node, double defaultFill) {
        if (node.isText()) {
            return new Layer(path(node), 0, 0, -1, defaultFill);
        }
        if (!node.isObject()) {
            node.error("must be a path or an object with a file");
            return new Layer("", 0, 0, -1, defaultFill);
        }
        node.expectKeys(KEYS, Set.of());
        return new Layer(
                path(node.at("file")),
                node.at("x").integer(0, -FAR, FAR),
                node.at("y").integer(0, -FAR, FAR),
                node.at("channel").integer(-1, -1, 3),
                node.at("fill").number(defaultFill, 0, 1));
    }

    static Optional<Layer> find(ManifestNode node, double defaultFill) {
        return node.isPresent() ? Optional.of(read(node, defaultFill)) : Optional.empty();
    }

    /** A path below the package's root. */
    static String path(ManifestNode node) {
        String path = node.requireText();
        if (!EntryNames.isSafe(path) && !path.isEmpty()) {
            node.error("must be a path below the package's root, with / between its parts");
        }
        return path;
    }
}
