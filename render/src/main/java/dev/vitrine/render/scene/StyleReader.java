package dev.vitrine.render.scene;

import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.value.Color;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.limit.RenderLimits;
import dev.vitrine.render.scene.CabinetStyle.Component;
import dev.vitrine.render.scene.CabinetStyle.Grain;
import dev.vitrine.render.scene.CabinetStyle.Segment;
import dev.vitrine.render.scene.WindowStyle.Covering;
import dev.vitrine.render.scene.WindowStyle.Piece;
import dev.vitrine.render.scene.WindowStyle.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads the manifests of cabinet and window covering styles; goes on after a problem, as {@link ManifestReader} does. */
final class StyleReader {
    static final String CABINET = "cabinetStyle";
    static final String WINDOW = "windowStyle";

    private static final Color NO_COLOR = Color.gray(128);
    private static final int MAX_COMPONENTS = 100;
    private static final int MAX_SEGMENTS = 5;
    private static final int MAX_PIECES = 64;
    private static final int MAX_SIDE = 100_000;

    /** Pixels; styles that were scaled down have such narrow ones. */
    private static final double LEAST_SEGMENT = 0.001;

    private static final double USUAL_RESOLUTION = 18;

    /** By the protocol's codes. */
    private static final List<Covering> COVERINGS = List.of(Covering.values());

    private final String name;
    private final RenderLimits limits;

    /** @param name what messages call the package */
    StyleReader(String name, RenderLimits limits) {
        this.name = name;
        this.limits = limits;
    }

    /** Whether a manifest is one of a style at all. */
    static boolean isStyle(JsonNode tree) {
        String kind = tree.path("kind").asString("");
        return kind.equals(CABINET) || kind.equals(WINDOW);
    }

    /** The style; of no use if there are errors among the problems afterwards. */
    Style read(JsonNode tree, Problems problems) {
        ManifestNode root = new ManifestNode(tree, "", problems);
        String version = root.at("ovp").text("");
        if (!version.equals("1") && !version.startsWith("1.")) {
            throw Failures.sourceUnsupported(name, "its manifest is of format version '" + version + "', not 1");
        }
        for (ManifestNode feature : root.at("requires").items()) {
            throw Failures.sourceUnsupported(name, "it requires '" + feature.text("") + "'");
        }
        String kind = root.at("kind").text("");
        return switch (kind) {
            case CABINET -> cabinet(root);
            case WINDOW -> window(root);
            default -> throw Failures.sourceUnsupported(name, "it is a package of kind '" + kind + "', not a style");
        };
    }

    private CabinetStyle cabinet(ManifestNode root) {
        root.expectKeys(
                Set.of("ovp", "kind", "title", "requires", "baseColor", "texturable", "texture", "components"),
                Set.of());
        boolean texturable = root.at("texturable").flag(false);
        Map<String, Component> components = new LinkedHashMap<>();
        Map<String, ManifestNode> entries = root.at("components").entries();
        if (entries.isEmpty() || entries.size() > MAX_COMPONENTS) {
            root.at("components").error("must hold 1 to " + MAX_COMPONENTS + " components");
            entries = Map.of();
        }
        entries.forEach((key, node) -> components.put(key, component(node, texturable)));
        ManifestNode color = root.at("baseColor");
        ManifestNode texture = root.at("texture");
        return new CabinetStyle(
                root.at("title").text(""),
                color.isPresent() ? TreeReader.color(color) : NO_COLOR,
                texture.isPresent() ? Optional.of(grain(texture)) : Optional.empty(),
                components);
    }

    private static Grain grain(ManifestNode node) {
        node.expectKeys(Set.of("file", "res"), Set.of());
        return new Grain(LayerReader.path(node.at("file")), resolution(node.at("res")));
    }

    private static double resolution(ManifestNode node) {
        return node.number(USUAL_RESOLUTION, 0.01, 1e4);
    }

    private static Component component(ManifestNode node, boolean texturable) {
        node.expectKeys(Set.of("image", "resolution", "h", "v", "texturable", "textureArea"), Set.of());
        ManifestNode area = node.at("textureArea");
        return new Component(
                LayerReader.path(node.at("image")),
                resolution(node.at("resolution")),
                segments(node.at("h")),
                segments(node.at("v")),
                node.at("texturable").flag(texturable),
                area.isPresent() ? Optional.of(LayerReader.path(area)) : Optional.empty());
    }

    private static List<Segment> segments(ManifestNode list) {
        List<ManifestNode> items = list.items();
        if (items.size() > MAX_SEGMENTS) {
            list.error("at most " + MAX_SEGMENTS + " segments are read");
            items = List.of();
        }
        List<Segment> out = new ArrayList<>();
        for (ManifestNode item : items) {
            item.expectKeys(Set.of("px", "fit"), Set.of());
            String fit = item.at("fit").text("scale");
            if (!fit.equals("fixed") && !fit.equals("scale")) {
                item.at("fit").error("must be fixed or scale");
            }
            if (!item.at("px").isPresent()) {
                item.at("px").error("is missing");
            }
            out.add(new Segment(item.at("px").number(1, LEAST_SEGMENT, MAX_SIDE), fit.equals("fixed")));
        }
        return out;
    }

    private WindowStyle window(ManifestNode root) {
        root.expectKeys(
                Set.of("ovp", "kind", "title", "requires", "style", "thickness", "gloss", "variants"), Set.of());
        Covering covering = COVERINGS.get(root.at("style").requireInteger(0, COVERINGS.size() - 1));
        Set<String> names = covering.isPair()
                ? Set.of(WindowStyle.LEFT, WindowStyle.RIGHT)
                : Set.of(WindowStyle.NARROW, WindowStyle.WIDE);
        ManifestNode list = root.at("variants");
        Map<String, ManifestNode> entries = list.entries();
        Map<String, Variant> variants = new LinkedHashMap<>();
        entries.forEach((key, node) -> {
            if (!names.contains(key)) {
                node.error("this covering has no such variant");
            } else if (!node.at("mirrorOf").isPresent()) {
                variants.put(key, variant(node));
            }
        });
        entries.forEach((key, node) -> {
            ManifestNode other = node.at("mirrorOf");
            if (names.contains(key) && other.isPresent()) {
                node.expectKeys(Set.of("mirrorOf"), Set.of());
                mirror(key, other, variants);
            }
        });
        if (variants.isEmpty()) {
            list.error("must hold at least one variant");
        }
        return new WindowStyle(
                root.at("title").text(""),
                covering,
                root.at("thickness").number(0, 0, 1e4),
                root.at("gloss").number(0, 0, 100),
                variants);
    }

    private static void mirror(String key, ManifestNode other, Map<String, Variant> variants) {
        Variant original = variants.get(other.text(""));
        if (original == null || original.mirrored()) {
            other.error("must name a variant that is not itself a mirror");
        } else {
            variants.put(key, original.mirror());
        }
    }

    private Variant variant(ManifestNode node) {
        node.expectKeys(Set.of("width", "height", "resolution", "frame", "opacity", "objects"), Set.of());
        Size size = new Size(
                node.at("width").requireInteger(1, MAX_SIDE), node.at("height").requireInteger(1, MAX_SIDE));
        if (size.pixels() > limits.maxSourcePixels()) {
            throw Failures.sourceTooLarge(name, size + " pixels");
        }
        List<ManifestNode> objects = node.at("objects").items();
        if (objects.isEmpty() || objects.size() > MAX_PIECES) {
            node.at("objects").error("must be 1 to " + MAX_PIECES + " objects");
            objects = List.of();
        }
        return new Variant(
                size,
                resolution(node.at("resolution")),
                LayoutReader.area(node.at("frame")),
                LayerReader.find(node.at("opacity"), 0),
                objects.stream().map(StyleReader::piece).toList(),
                false);
    }

    private static Piece piece(ManifestNode node) {
        node.expectKeys(Set.of("object", "mask", "illumination", "geometry", "origins"), Set.of());
        Geometry geometry = GeometryReader.read(node.at("geometry"));
        if (!(geometry instanceof Geometry.Uv) && !(geometry instanceof Geometry.None)) {
            node.at("geometry").error("must be of kind uv, or none");
        }
        return new Piece(
                TreeReader.name(node.at("object")),
                LayerReader.read(node.at("mask"), 0),
                LayerReader.read(node.at("illumination"), OverlapReader.NEUTRAL),
                geometry,
                TreeReader.origins(node.at("origins")));
    }
}
