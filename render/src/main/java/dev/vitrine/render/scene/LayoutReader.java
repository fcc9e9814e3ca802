package dev.vitrine.render.scene;

import dev.vitrine.render.scene.DecalArea.LightVector;
import dev.vitrine.render.scene.Layout.Area;
import dev.vitrine.render.scene.Layout.Border;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Reads what walls, cabinets and window frames say about the parts of their surface. */
final class LayoutReader {
    private static final int MAX_PANELS = 1000;
    private static final double FAR = 1e7;
    private static final Set<String> WALL_KEYS = Set.of("top", "middle", "bottom", "split");

    private LayoutReader() {}

    /** The layout that the object's type has; others are left alone, with a remark. */
    static Layout read(ManifestNode object, ObjectType type) {
        Layout layout = new Layout.Whole();
        for (String key : List.of("wall", "panels", "frame")) {
            ManifestNode node = object.at(key);
            if (node.isPresent() && !key.equals(keyOf(type))) {
                node.warning("means nothing for an object of type " + type.token());
            } else if (node.isPresent()) {
                layout = switch (key) {
                    case "wall" -> wall(node);
                    case "panels" -> panels(node, type);
                    default -> frame(node);
                };
            }
        }
        if (type == ObjectType.WINDOW_FRAME) {
            checkFrame(object, layout);
        }
        return layout;
    }

    private static String keyOf(ObjectType type) {
        return switch (type) {
            case WALL -> "wall";
            case CABINET, APPLIANCE, DOOR -> "panels";
            case WINDOW_FRAME -> "frame";
            case FLAT, PLANAR, FLOWLINE, SKETCH, NON_TEXTURABLE, STATIC, STATIC_OVERLAP -> "";
        };
    }

    private static void checkFrame(ManifestNode object, Layout layout) {
        if (!object.at("overlap").isPresent()) {
            object.at("overlap").error("is missing; a window frame is always an overlap object");
        }
        if (!(layout instanceof Layout.Frame)) {
            object.at("frame").warning("is missing; no window covering can hang here");
        }
    }

    private static Layout wall(ManifestNode node) {
        node.expectKeys(WALL_KEYS, Set.of());
        Map<Border, Layout.Line> lines = new EnumMap<>(Border.class);
        for (Border border : Border.values()) {
            ManifestNode line = node.at(border.name().toLowerCase(Locale.ROOT));
            if (line.isPresent()) {
                lines.put(border, line(line, border));
            }
        }
        ManifestNode split = node.at("split");
        if (split.isPresent()) {
            return new Layout.Wall(lines, OptionalDouble.of(split.number(0, -FAR, FAR)));
        }
        return lines.containsKey(Border.MIDDLE)
                ? new Layout.Wall(
                        lines, OptionalDouble.of(lines.get(Border.MIDDLE).v()))
                : new Layout.Wall(lines, OptionalDouble.empty());
    }

    private static Layout.Line line(ManifestNode node, Border border) {
        node.expectKeys(Set.of("v", "grow"), Set.of());
        if (!node.at("v").isPresent()) {
            node.at("v").error("is missing");
        }
        String grow = node.at("grow").text(border.growsUp() ? "up" : "down");
        if (!grow.equals("up") && !grow.equals("down")) {
            node.at("grow").error("must be up or down");
        }
        return new Layout.Line(node.at("v").number(0, -FAR, FAR), grow.equals("up"));
    }

    private static Layout panels(ManifestNode list, ObjectType type) {
        List<Layout.Panel> out = new ArrayList<>();
        List<ManifestNode> items = list.items();
        if (items.size() > MAX_PANELS) {
            list.error("at most " + MAX_PANELS + " panels are read");
            items = List.of();
        }
        for (ManifestNode item : items) {
            item.expectKeys(Set.of("type", "rect"), Set.of());
            String name = item.at("type").requireText();
            if (type == ObjectType.CABINET && !Layout.CABINET_PANELS.contains(name)) {
                item.at("type").warning("'" + name + "' is not a panel of cabinets");
            }
            out.add(new Layout.Panel(name, area(item.at("rect"))));
        }
        return new Layout.Panels(out);
    }

    private static Layout frame(ManifestNode node) {
        node.expectKeys(Set.of("kind", "rect", "anchor", "light"), Set.of());
        ManifestNode light = node.at("light");
        return new Layout.Frame(
                kind(node.at("kind")),
                area(node.at("rect")),
                node.at("anchor").findPair(),
                light.isPresent() ? Optional.of(light(light)) : Optional.empty());
    }

    private static Optional<CoveringKind> kind(ManifestNode node) {
        if (!node.isPresent()) {
            return Optional.empty();
        }
        for (CoveringKind kind : CoveringKind.values()) {
            if (kind.token().equalsIgnoreCase(node.text(""))) {
                return Optional.of(kind);
            }
        }
        node.error("'" + node.text("") + "' is not a kind of window covering");
        return Optional.empty();
    }

    /** The direction of light on a surface. */
    static LightVector light(ManifestNode node) {
        return new LightVector(node.at("h").number(0, -360, 360), node.at("v").number(0, 0, 89.9));
    }

    /** Left, top, right, bottom. */
    static Area area(ManifestNode node) {
        double[] sides = node.numbers(4);
        if (!(sides[0] < sides[2] && sides[1] < sides[3])) {
            node.error("must be left, top, right, bottom, and not empty");
            return new Area(0, 0, 1, 1);
        }
        return new Area(sides[0], sides[1], sides[2], sides[3]);
    }
}
