package dev.vitrine.render.scene;

import dev.vitrine.catalog.model.NearestName;
import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.value.Color;
import dev.vitrine.core.value.RealPair;
import dev.vitrine.render.limit.RenderLimits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the groups and objects of a manifest. */
final class TreeReader {
    private static final Set<String> GROUP_KEYS = Set.of("group", "ident", "attributes", "imageMap", "children");
    private static final Set<String> OBJECT_KEYS = Set.of(
            "object",
            "type",
            "ident",
            "attributes",
            "mask",
            "geometry",
            "origins",
            "decal",
            "noTexture",
            "original",
            "edge",
            "overlap",
            "wall",
            "panels",
            "frame");
    private static final Set<String> ORIGINS = Set.of("0", "1", "3", "4", "5", "6");

    private final String name;
    private final RenderLimits limits;
    private int count;

    TreeReader(String name, RenderLimits limits) {
        this.name = name;
        this.limits = limits;
    }

    Group read(ManifestNode tree) {
        if (tree.items().isEmpty()) {
            tree.error("must hold at least one group or object");
        }
        return new Group("", 0, Map.of(), List.of(), children(tree, 1));
    }

    private List<Node> children(ManifestNode list, int depth) {
        if (depth > limits.maxTreeDepth()) {
            throw Failures.sourceTooLarge(name, "its groups are nested more than " + limits.maxTreeDepth() + " deep");
        }
        List<Node> out = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (ManifestNode item : list.items()) {
            if (++count > limits.maxObjects()) {
                throw Failures.sourceTooLarge(name, "more than " + limits.maxObjects() + " groups and objects");
            }
            Node node = item.at("group").isPresent() ? group(item, depth) : object(item);
            if (!names.add(node.name().toLowerCase(Locale.ROOT))) {
                item.error("its neighbour is named '" + node.name() + "' too; letter case does not count");
            }
            out.add(node);
        }
        return out;
    }

    private Group group(ManifestNode node, int depth) {
        node.expectKeys(GROUP_KEYS, Set.of());
        return new Group(
                name(node.at("group")),
                node.at("ident").integer(0, Integer.MIN_VALUE, Integer.MAX_VALUE),
                node.at("attributes").texts(),
                polygons(node.at("imageMap")),
                children(node.at("children"), depth + 1));
    }

    static String name(ManifestNode node) {
        String name = node.requireText();
        if (name.contains("/")) {
            node.error("a name has no / in it");
        }
        return name;
    }

    private static List<List<RealPair>> polygons(ManifestNode list) {
        List<List<RealPair>> out = new ArrayList<>();
        for (ManifestNode item : list.items()) {
            int size = item.items().size();
            if (size < 6 || size % 2 != 0) {
                item.error("must be x, y, x, y ... of at least three points");
                continue;
            }
            double[] xy = item.numbers(size);
            List<RealPair> polygon = new ArrayList<>();
            for (int i = 0; i < size; i += 2) {
                polygon.add(new RealPair(xy[i], xy[i + 1]));
            }
            out.add(polygon);
        }
        return out;
    }

    private static SceneObject object(ManifestNode node) {
        node.expectKeys(OBJECT_KEYS, Set.of());
        ObjectType type = type(node.at("type"));
        Optional<Layer> mask = LayerReader.find(node.at("mask"), 0);
        Optional<Overlap> overlap =
                node.at("overlap").isPresent() ? Optional.of(OverlapReader.read(node.at("overlap"))) : Optional.empty();
        if (overlap.isEmpty() && mask.isEmpty()) {
            node.at("mask").error("is missing; only overlap objects may do without");
        }
        if (type == ObjectType.STATIC_OVERLAP && overlap.flatMap(Overlap::image).isEmpty()) {
            node.at("overlap").at("image").error("is missing; a static overlap object is nothing else");
        }
        Optional<Original> original = original(node.at("original"));
        return new SceneObject(
                name(node.at("object")),
                type,
                node.at("ident").integer(0, Integer.MIN_VALUE, Integer.MAX_VALUE),
                node.at("attributes").texts(),
                mask,
                GeometryReader.read(node.at("geometry")),
                origins(node.at("origins")),
                decal(node.at("decal")),
                node.at("noTexture").flag(false),
                original,
                isDifference(node.at("edge"), original.isPresent()),
                overlap,
                LayoutReader.read(node, type));
    }

    private static ObjectType type(ManifestNode node) {
        String token = node.requireText();
        for (ObjectType type : ObjectType.values()) {
            if (type.token().equalsIgnoreCase(token)) {
                return type;
            }
        }
        List<String> tokens =
                Stream.of(ObjectType.values()).map(ObjectType::token).toList();
        String hint = NearestName.of(token, tokens)
                .map(near -> "; did you mean '" + near + "'?")
                .orElse("");
        node.error("'" + token + "' is not a type of object" + hint);
        return ObjectType.STATIC;
    }

    static Map<Integer, RealPair> origins(ManifestNode node) {
        Map<Integer, RealPair> out = new LinkedHashMap<>();
        node.entries().forEach((number, point) -> {
            if (ORIGINS.contains(number)) {
                out.put(Integer.valueOf(number), point.pair());
            } else {
                point.error("origins are numbered 0, 1 and 3 to 6");
            }
        });
        return out;
    }

    private static Optional<DecalArea> decal(ManifestNode node) {
        if (!node.isPresent()) {
            return Optional.empty();
        }
        node.expectKeys(Set.of("offset", "light"), Set.of());
        ManifestNode light = node.at("light");
        Optional<DecalArea.LightVector> vector =
                light.isPresent() ? Optional.of(LayoutReader.light(light)) : Optional.empty();
        return Optional.of(new DecalArea(node.at("offset").findPair().orElse(new RealPair(0, 0)), vector));
    }

    private static Optional<Original> original(ManifestNode node) {
        if (!node.isPresent()) {
            return Optional.empty();
        }
        node.expectKeys(Set.of("baseColor", "residual", "gloss", "type"), Set.of());
        String residual = node.at("residual").text("auto");
        if (!residual.equals("auto") && !residual.equals("none")) {
            node.at("residual").error("must be auto or none");
        }
        ManifestNode gloss = node.at("gloss");
        return Optional.of(new Original(
                color(node.at("baseColor")),
                !residual.equals("none"),
                gloss.isPresent() ? OptionalDouble.of(gloss.number(0, 0, 100)) : OptionalDouble.empty(),
                node.at("type").integer(0, 0, 19)));
    }

    static Color color(ManifestNode node) {
        int[] rgb = new int[3];
        double[] numbers = node.numbers(3);
        for (int i = 0; i < 3; i++) {
            if (numbers[i] < 0 || numbers[i] > 255) {
                node.error("color components are 0 to 255");
                return Color.gray(128);
            }
            rgb[i] = (int) Math.round(numbers[i]);
        }
        return new Color(rgb[0], rgb[1], rgb[2]);
    }

    private static boolean isDifference(ManifestNode node, boolean fallback) {
        String edge = node.text(fallback ? "difference" : "over");
        if (!edge.equals("difference") && !edge.equals("over")) {
            node.error("must be difference or over");
        }
        if (edge.equals("difference") && !fallback) {
            node.error("difference needs original.baseColor");
        }
        return edge.equals("difference") && fallback;
    }
}
