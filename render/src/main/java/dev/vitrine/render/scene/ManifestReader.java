package dev.vitrine.render.scene;

import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.limit.RenderLimits;
import dev.vitrine.render.scene.Scene.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Reads a manifest into a {@link Scene}. It goes on after a problem, so that an author learns of all of them at once. Only what
 * this reader cannot know (another kind of package, a newer format, a required feature) or must not take (too deep, too many)
 * ends it with a failure at once.
 *
 * <p>A manifest may list smaller renditions of its rasters, from large to small; what it does not list is scaled down:
 *
 * <pre>{@code
 * "levels": [ { "width": 800, "height": 533,
 *               "layers": { "masks/seat.png": { "file": "l1/masks/seat.png", "x": 130, "y": 260 } } } ]
 * }</pre>
 *
 * Keys of {@code layers} are the full-size paths; {@code x} and {@code y} are pixels of the level.
 */
final class ManifestReader {
    /** Features that a manifest may require: none are known by name yet. */
    private static final Set<String> FEATURES = Set.of();

    private static final Set<String> KEYS = Set.of(
            "ovp",
            "kind",
            "production",
            "title",
            "version",
            "units",
            "dimension",
            "requires",
            "view",
            "illumination",
            "shading",
            "specular",
            "reflection",
            "materials",
            "tree",
            "levels",
            "camera",
            "planes");
    private static final int MAX_SIDE = 100_000;
    private static final int MAX_LEVELS = 16;

    private final String name;
    private final RenderLimits limits;

    /** @param name what messages call the package */
    ManifestReader(String name, RenderLimits limits) {
        this.name = name;
        this.limits = limits;
    }

    /** The scene; of no use if there are errors among the problems afterwards. */
    Scene read(JsonNode tree, Problems problems) {
        ManifestNode root = new ManifestNode(tree, "", problems);
        checkKind(root);
        root.expectKeys(KEYS, Set.of());
        View view = view(root.at("view"));
        ManifestNode light = root.at("illumination");
        List<Illumination> maps = OverlapReader.illumination(light.at("maps"));
        if (maps.isEmpty()) {
            light.at("maps").error("must hold at least one map");
        }
        return new Scene(
                root.at("title").text(""),
                root.at("version").integer(1, 0, Integer.MAX_VALUE),
                root.at("units").text("in"),
                view,
                light.at("glossEffects").flag(false),
                maps,
                shading(root.at("shading")),
                ShineReader.read(root.at("reflection"), root.at("specular")),
                materials(root.at("materials")),
                new TreeReader(name, limits).read(root.at("tree")),
                levels(root.at("levels"), view.size()));
    }

    private void checkKind(ManifestNode root) {
        String version = root.at("ovp").text("");
        if (!version.equals("1") && !version.startsWith("1.")) {
            throw Failures.sourceUnsupported(name, "its manifest is of format version '" + version + "', not 1");
        }
        String kind = root.at("kind").text("");
        if (!kind.equals("vignette")) {
            throw Failures.sourceUnsupported(name, "it is a package of kind '" + kind + "', not a vignette");
        }
        for (ManifestNode feature : root.at("requires").items()) {
            if (!FEATURES.contains(feature.text(""))) {
                throw Failures.sourceUnsupported(name, "it requires '" + feature.text("") + "'");
            }
        }
    }

    private View view(ManifestNode node) {
        node.expectKeys(
                Set.of("name", "image", "width", "height", "printRes", "icc", "textureRes", "quality"),
                Set.of("paths"));
        ManifestNode icc = node.at("icc");
        return new View(
                node.at("name").text(""),
                LayerReader.read(node.at("image"), 0),
                size(node),
                node.at("printRes").number(72, 0.01, 1e5),
                icc.isPresent() ? Optional.of(LayerReader.path(icc)) : Optional.empty());
    }

    private Size size(ManifestNode node) {
        Size size = new Size(
                node.at("width").requireInteger(1, MAX_SIDE), node.at("height").requireInteger(1, MAX_SIDE));
        if (size.pixels() > limits.maxSourcePixels()) {
            throw Failures.sourceTooLarge(name, size + " pixels");
        }
        return size;
    }

    private static Shading shading(ManifestNode node) {
        node.expectKeys(Set.of("shader", "highlightWhite", "settings"), Set.of());
        String shader = node.at("shader").text("alternate");
        if (!shader.equals("alternate") && !shader.equals("classic")) {
            node.at("shader").error("must be alternate or classic");
        }
        return new Shading(
                !shader.equals("classic"),
                node.at("highlightWhite").number(Shading.STANDARD.highlightWhite(), 0, 1),
                node.at("settings").text(""));
    }

    private static List<EmbeddedMaterial> materials(ManifestNode node) {
        List<EmbeddedMaterial> out = new ArrayList<>();
        for (ManifestNode item : node.items()) {
            Map<String, String> attributes = item.texts();
            attributes.remove("name");
            attributes.remove("file");
            for (String key : attributes.keySet()) {
                if (!EmbeddedFields.isKnown(key)) {
                    item.at(key).warning("is not a known key");
                }
            }
            String name = item.at("name").text("");
            EmbeddedFields.read(
                    name, attributes, (key, expected) -> item.at(key).error("is not understood: expected " + expected));
            out.add(new EmbeddedMaterial(name, LayerReader.path(item.at("file")), attributes));
        }
        return out;
    }

    private static List<Level> levels(ManifestNode node, Size full) {
        List<Level> out = new ArrayList<>();
        out.add(new Level(full.width(), full.height(), Map.of()));
        List<ManifestNode> items = node.items();
        if (items.size() > MAX_LEVELS) {
            node.error("at most " + MAX_LEVELS + " levels are read");
            items = items.subList(0, MAX_LEVELS);
        }
        for (ManifestNode item : items) {
            item.expectKeys(Set.of("width", "height", "layers"), Set.of());
            Level above = out.get(out.size() - 1);
            int width = item.at("width").requireInteger(1, MAX_SIDE);
            int height = item.at("height").requireInteger(1, MAX_SIDE);
            if (width > above.width()
                    || height > above.height()
                    || (width == above.width() && height == above.height())) {
                item.error("must be smaller than the level before it");
            }
            Map<String, Layer> layers = new LinkedHashMap<>();
            item.at("layers").entries().forEach((path, layer) -> layers.put(path, LayerReader.read(layer, 0)));
            out.add(new Level(width, height, layers));
        }
        return out;
    }
}
