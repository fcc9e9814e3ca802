package dev.vitrine.render.scene;

import dev.vitrine.core.value.Color;
import dev.vitrine.core.value.RealPair;
import dev.vitrine.render.scene.Overlap.Under;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a {@link Scene} as the manifest that reads back as the same scene. Equal scenes give equal bytes. */
final class ManifestWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ManifestWriter() {}

    static byte[] write(Scene scene) {
        return bytes(tree(scene));
    }

    static byte[] bytes(ObjectNode manifest) {
        JsonMapper mapper = JsonMapper.builder(new JsonFactory())
                .enable(tools.jackson.databind.SerializationFeature.INDENT_OUTPUT)
                .disable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build();
        return mapper.writeValueAsBytes(manifest);
    }

    /** The manifest as a tree, to be written or added to. */
    static ObjectNode tree(Scene scene) {
        ObjectNode root = NODES.objectNode();
        root.put("ovp", "1.0").put("kind", "vignette");
        root.put("title", scene.title()).put("version", scene.version()).put("units", scene.units());
        ObjectNode view = root.putObject("view");
        view.put("name", scene.view().name());
        view.set("image", layer(scene.view().image(), 0));
        view.put("width", scene.view().size().width());
        view.put("height", scene.view().size().height());
        number(view, "printRes", scene.view().printResolution());
        scene.view().icc().ifPresent(icc -> view.put("icc", icc));
        ObjectNode light = root.putObject("illumination").put("glossEffects", scene.glossEffects());
        light.set("maps", illumination(scene.illumination()));
        ObjectNode shading = root.putObject("shading");
        shading.put("shader", scene.shading().alternate() ? "alternate" : "classic");
        number(shading, "highlightWhite", scene.shading().highlightWhite());
        if (!scene.shading().settings().isEmpty()) {
            shading.put("settings", scene.shading().settings());
        }
        shine(root, scene.shine());
        materials(root, scene.materials());
        root.set("tree", children(scene.root()));
        levels(root, scene.levels());
        return root;
    }

    private static void shine(ObjectNode root, Shine shine) {
        shine.specular().ifPresent(specular -> root.set("specular", layer(specular, 0)));
        shine.reflection().ifPresent(reflection -> {
            ObjectNode out = root.putObject("reflection");
            out.set("st", layer(reflection.st(), 0));
            out.set("strength", layer(reflection.strength(), 0));
            reflection.distance().ifPresent(distance -> out.set("distance", layer(distance, 0)));
        });
    }

    private static void materials(ObjectNode root, List<EmbeddedMaterial> materials) {
        if (materials.isEmpty()) {
            return;
        }
        ArrayNode list = root.putArray("materials");
        for (EmbeddedMaterial material : materials) {
            ObjectNode item = list.addObject().put("name", material.name()).put("file", material.file());
            new TreeMap<>(material.attributes()).forEach(item::put);
        }
    }

    private static void levels(ObjectNode root, List<Scene.Level> levels) {
        if (levels.size() < 2) {
            return;
        }
        ArrayNode list = root.putArray("levels");
        for (Scene.Level level : levels.subList(1, levels.size())) {
            ObjectNode item = list.addObject().put("width", level.width()).put("height", level.height());
            ObjectNode layers = item.putObject("layers");
            new TreeMap<>(level.layers()).forEach((path, layer) -> layers.set(path, layer(layer, 0)));
        }
    }

    private static ArrayNode children(Group group) {
        ArrayNode list = NODES.arrayNode();
        for (Node node : group.children()) {
            list.add(node instanceof Group g ? group(g) : object((SceneObject) node));
        }
        return list;
    }

    private static ObjectNode group(Group group) {
        ObjectNode out = NODES.objectNode().put("group", group.name());
        common(out, group.ident(), group.attributes());
        if (!group.imageMap().isEmpty()) {
            ArrayNode polygons = out.putArray("imageMap");
            for (List<RealPair> polygon : group.imageMap()) {
                ArrayNode points = polygons.addArray();
                polygon.forEach(p -> number(number(points, p.x()), p.y()));
            }
        }
        out.set("children", children(group));
        return out;
    }

    private static ObjectNode object(SceneObject object) {
        ObjectNode out = NODES.objectNode().put("object", object.name());
        out.put("type", object.type().token());
        common(out, object.ident(), object.attributes());
        object.mask().ifPresent(mask -> out.set("mask", layer(mask, 0)));
        object.original().ifPresent(original -> out.set("original", original(original)));
        if (object.original().isPresent()) {
            out.put("edge", object.differenceEdge() ? "difference" : "over");
        }
        if (!(object.geometry() instanceof Geometry.None)) {
            out.set("geometry", geometry(object.geometry()));
        }
        if (!object.origins().isEmpty()) {
            ObjectNode origins = out.putObject("origins");
            new TreeMap<>(object.origins()).forEach((n, point) -> origins.set(n.toString(), pair(point)));
        }
        object.decal().ifPresent(decal -> out.set("decal", decal(decal)));
        if (object.noTexture()) {
            out.put("noTexture", true);
        }
        object.overlap().ifPresent(overlap -> out.set("overlap", overlap(overlap)));
        layout(out, object.layout());
        return out;
    }

    private static void common(ObjectNode out, int ident, Map<String, String> attributes) {
        if (ident != 0) {
            out.put("ident", ident);
        }
        if (!attributes.isEmpty()) {
            ObjectNode node = out.putObject("attributes");
            new TreeMap<>(attributes).forEach(node::put);
        }
    }

    private static ObjectNode original(Original original) {
        ObjectNode out = NODES.objectNode();
        Color color = original.baseColor();
        out.putArray("baseColor").add(color.red()).add(color.green()).add(color.blue());
        out.put("residual", original.residual() ? "auto" : "none");
        original.gloss().ifPresent(gloss -> number(out, "gloss", gloss));
        return out.put("type", original.type());
    }

    private static ObjectNode decal(DecalArea decal) {
        ObjectNode out = NODES.objectNode();
        out.set("offset", pair(decal.offset()));
        decal.light().ifPresent(light -> light(out, light));
        return out;
    }

    private static void light(ObjectNode out, DecalArea.LightVector light) {
        ObjectNode vector = out.putObject("light");
        number(vector, "h", light.horizontal());
        number(vector, "v", light.vertical());
    }

    private static void layout(ObjectNode out, Layout layout) {
        if (layout instanceof Layout.Wall wall) {
            ObjectNode node = out.putObject("wall");
            new TreeMap<>(wall.lines()).forEach((border, line) -> {
                ObjectNode item = node.putObject(border.name().toLowerCase(Locale.ROOT));
                number(item, "v", line.v()).put("grow", line.up() ? "up" : "down");
            });
            wall.split().ifPresent(split -> number(node, "split", split));
        } else if (layout instanceof Layout.Panels panels) {
            ArrayNode list = out.putArray("panels");
            for (Layout.Panel panel : panels.panels()) {
                ObjectNode item = list.addObject().put("type", panel.type());
                area(item.putArray("rect"), panel.area());
            }
        } else if (layout instanceof Layout.Frame frame) {
            ObjectNode node = out.putObject("frame");
            frame.kind().ifPresent(kind -> node.put("kind", kind.token()));
            area(node.putArray("rect"), frame.area());
            frame.anchor().ifPresent(anchor -> node.set("anchor", pair(anchor)));
            frame.light().ifPresent(light -> light(node, light));
        }
    }

    private static void area(ArrayNode list, Layout.Area area) {
        number(number(number(number(list, area.left()), area.top()), area.right()), area.bottom());
    }

    private static ObjectNode overlap(Overlap overlap) {
        ObjectNode out = NODES.objectNode().put("z", overlap.z());
        if (overlap.shown().isPresent()) {
            out.put("shown", overlap.shown().get());
        } else {
            out.put("shown", "default");
        }
        overlap.image().ifPresent(image -> out.set("image", layer(image, 0)));
        if (!overlap.under().isEmpty()) {
            ArrayNode list = out.putArray("under");
            overlap.under().forEach(under -> list.add(under(under)));
        }
        if (!overlap.illumination().isEmpty()) {
            out.putObject("illumination").set("maps", illumination(overlap.illumination()));
        }
        return out;
    }

    private static ObjectNode under(Under under) {
        ObjectNode out = layer(under.layer(), 0);
        out.put("shadow", under.shadow()).put("blend", under.blend().name().toLowerCase(Locale.ROOT));
        return number(out, "opacity", under.opacity());
    }

    private static ArrayNode illumination(List<Illumination> maps) {
        ArrayNode out = NODES.arrayNode();
        maps.stream().sorted(Comparator.comparingInt(Illumination::slot)).forEach(map -> {
            ObjectNode item = out.addObject().put("slot", "ABC".substring(map.slot(), map.slot() + 1));
            item.set("layer", layer(map.layer(), OverlapReader.NEUTRAL));
            number(item, "gloss", map.gloss());
        });
        return out;
    }

    private static ObjectNode geometry(Geometry geometry) {
        ObjectNode out = NODES.objectNode();
        if (geometry instanceof Geometry.Uv uv) {
            out.put("kind", "uv").put("encoding", uv.range().isPresent() ? "unorm16" : "float32");
            out.set("map", layer(uv.map(), 0));
            uv.range().ifPresent(range -> {
                number(number(out.putArray("uRange"), range.uFrom()), range.uTo());
                number(number(out.putArray("vRange"), range.vFrom()), range.vTo());
            });
            uv.islands().ifPresent(islands -> out.set("islands", layer(islands, 0)));
            uv.edge().ifPresent(edge -> {
                ObjectNode node = out.putObject("edge");
                node.set("map", layer(edge.map(), 0));
                node.set("weight", layer(edge.weight(), 0));
            });
        } else if (geometry instanceof Geometry.Quad quad) {
            out.put("kind", "quad");
            ArrayNode corners = out.putArray("corners");
            quad.corners().forEach(corner -> corners.add(pair(corner)));
            number(number(out.putArray("size"), quad.width()), quad.height());
            number(out, "direction", quad.direction());
        } else if (geometry instanceof Geometry.Matrix matrix) {
            ArrayNode rows = out.put("kind", "homography").putArray("matrix");
            matrix.rows().forEach(value -> number(rows, value));
        } else if (geometry instanceof Geometry.Mesh mesh) {
            mesh(out, mesh.mesh());
        }
        return out;
    }

    private static void mesh(ObjectNode out, ControlMesh mesh) {
        out.put("kind", "mesh").put("rows", mesh.rows()).put("cols", mesh.columns());
        number(out, "tension", mesh.tension());
        ArrayNode nodes = out.putArray("nodes");
        for (ControlMesh.Node node : mesh.nodes()) {
            ObjectNode item = nodes.addObject();
            item.set("p", pair(node.point()));
            item.set("t", pair(node.texture()));
            number(item, "z", node.z());
            item.put("sharp", node.sharp());
            node.right().ifPresent(handle -> item.set("r", pair(handle)));
            node.left().ifPresent(handle -> item.set("l", pair(handle)));
            node.down().ifPresent(handle -> item.set("d", pair(handle)));
            node.up().ifPresent(handle -> item.set("u", pair(handle)));
        }
    }

    private static ObjectNode layer(Layer layer, double defaultFill) {
        ObjectNode out = NODES.objectNode().put("file", layer.file());
        if (layer.x() != 0 || layer.y() != 0) {
            out.put("x", layer.x()).put("y", layer.y());
        }
        if (layer.channel() >= 0) {
            out.put("channel", layer.channel());
        }
        if (layer.fill() != defaultFill) {
            number(out, "fill", layer.fill());
        }
        return out;
    }

    private static ArrayNode pair(RealPair pair) {
        return number(number(NODES.arrayNode(), pair.x()), pair.y());
    }

    private static ArrayNode number(ArrayNode list, double value) {
        return isWhole(value) ? list.add((long) value) : list.add(value);
    }

    private static ObjectNode number(ObjectNode object, String key, double value) {
        return isWhole(value) ? object.put(key, (long) value) : object.put(key, value);
    }

    private static boolean isWhole(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15;
    }
}
