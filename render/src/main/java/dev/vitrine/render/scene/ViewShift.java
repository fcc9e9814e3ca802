package dev.vitrine.render.scene;

import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.Region;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Moves all that a manifest says in view pixels into those of a part of the view that was scaled: image maps, corners, matrices
 * and control meshes. A matrix M becomes {@code M · T}, T taking new pixels to old ones.
 */
final class ViewShift {
    private static final List<String> HANDLES = List.of("r", "l", "d", "u");

    private final double x;
    private final double y;
    private final double scaleX;
    private final double scaleY;

    /** @param size what the part becomes */
    ViewShift(Region part, Size size) {
        this.x = part.x();
        this.y = part.y();
        this.scaleX = (double) size.width() / part.width();
        this.scaleY = (double) size.height() / part.height();
    }

    /** Writes to the tree of a manifest that can be read without errors. */
    void move(ObjectNode manifest, Size size) {
        ((ObjectNode) manifest.path("view")).put("width", size.width()).put("height", size.height());
        nodes(manifest.path("tree"));
    }

    private void nodes(JsonNode list) {
        for (JsonNode item : list) {
            if (item.path("imageMap") instanceof ArrayNode polygons) {
                polygons.forEach(polygon -> points((ArrayNode) polygon));
            }
            if (item.path("geometry") instanceof ObjectNode geometry) {
                geometry(geometry);
            }
            nodes(item.path("children"));
        }
    }

    private void geometry(ObjectNode geometry) {
        for (JsonNode corner : geometry.path("corners")) {
            points((ArrayNode) corner);
        }
        if (geometry.path("matrix") instanceof ArrayNode matrix) {
            for (int row = 0; row < 9; row += 3) {
                double a = matrix.get(row).asDouble();
                double b = matrix.get(row + 1).asDouble();
                set(matrix, row, a / scaleX);
                set(matrix, row + 1, b / scaleY);
                set(matrix, row + 2, matrix.get(row + 2).asDouble() + a * x + b * y);
            }
        }
        for (JsonNode node : geometry.path("nodes")) {
            points((ArrayNode) node.path("p"));
            for (String handle : HANDLES) {
                if (node.path(handle) instanceof ArrayNode way) {
                    set(way, 0, way.get(0).asDouble() * scaleX);
                    set(way, 1, way.get(1).asDouble() * scaleY);
                }
            }
        }
    }

    /** x, y, x, y … */
    private void points(ArrayNode xy) {
        for (int i = 0; i < xy.size(); i++) {
            double value = xy.get(i).asDouble();
            set(xy, i, i % 2 == 0 ? (value - x) * scaleX : (value - y) * scaleY);
        }
    }

    private static void set(ArrayNode list, int i, double value) {
        list.set(i, list.numberNode(value));
    }
}
