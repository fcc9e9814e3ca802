package dev.vitrine.render.scene;

import dev.vitrine.catalog.model.NearestName;
import dev.vitrine.core.value.RealPair;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;

/** Reads the ways a surface can lie in the view. */
final class GeometryReader {
    private static final int MAX_MESH_NODES = 10_000;
    private static final double FAR = 1e7;
    private static final List<String> KINDS = List.of("none", "uv", "quad", "homography", "mesh", "plane");

    private GeometryReader() {}

    static Geometry read(ManifestNode node) {
        if (!node.isPresent()) {
            return new Geometry.None();
        }
        String kind = node.at("kind").requireText();
        return switch (kind) {
            case "none" -> new Geometry.None();
            case "uv" -> uv(node);
            case "quad" -> quad(node);
            case "homography" -> matrix(node);
            case "mesh" -> mesh(node);
            default -> {
                String hint = kind.equals("plane")
                        ? "; the packer makes a homography of it"
                        : NearestName.of(kind, KINDS)
                                .map(near -> "; did you mean '" + near + "'?")
                                .orElse("");
                node.at("kind").error("'" + kind + "' is not a kind of geometry that is read" + hint);
                yield new Geometry.None();
            }
        };
    }

    private static Geometry uv(ManifestNode node) {
        node.expectKeys(Set.of("kind", "map", "encoding", "uRange", "vRange", "islands", "edge", "source"), Set.of());
        String encoding = node.at("encoding").text("unorm16");
        if (!encoding.equals("unorm16") && !encoding.equals("float32")) {
            node.at("encoding").error("must be unorm16 or float32");
        }
        boolean ranged = node.at("uRange").isPresent() || node.at("vRange").isPresent() || encoding.equals("unorm16");
        return new Geometry.Uv(
                LayerReader.read(node.at("map"), 0),
                ranged ? Optional.of(range(node)) : Optional.empty(),
                LayerReader.find(node.at("islands"), 0),
                node.at("edge").isPresent() ? Optional.of(edge(node.at("edge"))) : Optional.empty());
    }

    private static Geometry.Edge edge(ManifestNode node) {
        node.expectKeys(Set.of("map", "weight"), Set.of());
        return new Geometry.Edge(LayerReader.read(node.at("map"), 0), LayerReader.read(node.at("weight"), 0));
    }

    private static Geometry.Range range(ManifestNode node) {
        double[] u = node.at("uRange").numbers(2);
        double[] v = node.at("vRange").numbers(2);
        if (u[0] == u[1] || v[0] == v[1]) {
            node.error("uRange and vRange must each hold two different numbers");
        }
        return new Geometry.Range(u[0], u[1], v[0], v[1]);
    }

    private static Geometry quad(ManifestNode node) {
        node.expectKeys(Set.of("kind", "corners", "size", "direction"), Set.of());
        List<ManifestNode> corners = node.at("corners").items();
        if (corners.size() != 4) {
            node.at("corners").error("must be four points");
        }
        double[] size = node.at("size").numbers(2);
        if (!(size[0] > 0 && size[1] > 0)) {
            node.at("size").error("must be positive");
        }
        List<RealPair> points = corners.stream().map(ManifestNode::pair).toList();
        return new Geometry.Quad(points, size[0], size[1], node.at("direction").number(0, -360, 360));
    }

    private static Geometry matrix(ManifestNode node) {
        node.expectKeys(Set.of("kind", "matrix"), Set.of());
        return new Geometry.Matrix(
                DoubleStream.of(node.at("matrix").numbers(9)).boxed().toList());
    }

    private static Geometry mesh(ManifestNode node) {
        node.expectKeys(Set.of("kind", "rows", "cols", "tension", "nodes"), Set.of());
        int rows = node.at("rows").requireInteger(2, MAX_MESH_NODES / 2);
        int columns = node.at("cols").requireInteger(2, MAX_MESH_NODES / 2);
        List<ManifestNode> nodes = node.at("nodes").items();
        if ((long) rows * columns > MAX_MESH_NODES || nodes.size() != rows * columns) {
            node.at("nodes").error("must be rows x cols nodes, at most " + MAX_MESH_NODES);
            return new Geometry.None();
        }
        double tension = node.at("tension").number(0, 0, 1);
        return new Geometry.Mesh(new ControlMesh(
                rows,
                columns,
                tension,
                nodes.stream().map(GeometryReader::meshNode).toList()));
    }

    private static ControlMesh.Node meshNode(ManifestNode node) {
        node.expectKeys(Set.of("p", "t", "z", "sharp", "r", "l", "d", "u"), Set.of("w"));
        return new ControlMesh.Node(
                node.at("p").pair(),
                node.at("t").pair(),
                node.at("z").number(0, -FAR, FAR),
                node.at("sharp").flag(false),
                node.at("r").findPair(),
                node.at("l").findPair(),
                node.at("d").findPair(),
                node.at("u").findPair());
    }
}
