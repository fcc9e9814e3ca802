package dev.vitrine.render.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.core.value.RealPair;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.TextureMap;
import dev.vitrine.render.scene.ControlMesh.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeshBakerTest {
    private static final Size VIEW = new Size(100, 80);

    private static Node node(double x, double y, double u, double v, double z) {
        Optional<RealPair> none = Optional.empty();
        return new Node(new RealPair(x, y), new RealPair(u, v), z, false, none, none, none, none);
    }

    private static TextureMap bake(int rows, int columns, double tension, List<Node> nodes, Size size) {
        return new MeshBaker(VIEW, size).bake(new ControlMesh(rows, columns, tension, nodes));
    }

    private static int at(TextureMap map, int x, int y) {
        assertTrue(map.region().contains(x, y), x + "," + y);
        return (y - map.region().y()) * map.region().width() + x - map.region().x();
    }

    @Test
    void bake_parallelogram_isAffine() {
        List<Node> nodes =
                List.of(node(10, 10, 0, 0, 0), node(70, 20, 30, 0, 0), node(20, 50, 0, 20, 0), node(80, 60, 30, 20, 0));
        TextureMap map = bake(2, 2, 0.3, nodes, VIEW);
        int checked = 0;
        for (int y = 0; y < 80; y++) {
            for (int x = 0; x < 100; x++) {
                // p = (10,10) + s (60,10) + t (10,40)
                double dx = x + 0.5 - 10;
                double dy = y + 0.5 - 10;
                double s = (40 * dx - 10 * dy) / 2300;
                double t = (60 * dy - 10 * dx) / 2300;
                boolean inside = s > 0.01 && s < 0.99 && t > 0.01 && t < 0.99;
                if (inside) {
                    int i = at(map, x, y);
                    assertEquals(1, map.island()[i]);
                    assertEquals(30 * s, map.u()[i], 1e-3);
                    assertEquals(20 * t, map.v()[i], 1e-3);
                    checked++;
                } else if (s < -0.01 || s > 1.01 || t < -0.01 || t > 1.01) {
                    boolean bare = !map.region().contains(x, y) || map.island()[at(map, x, y)] == 0;
                    assertTrue(bare, x + "," + y);
                }
            }
        }
        assertTrue(checked > 2000);
    }

    @Test
    void bake_anyMesh_isExactAtItsNodes() {
        List<Node> nodes = new ArrayList<>();
        for (int r = 0; r < 4; r++) {
            for (int c = 0; c < 4; c++) {
                // nodes on pixel centers, bent in both directions
                double x = 10.5 + 20 * c + Math.round(3 * Math.sin(r * 1.7));
                double y = 10.5 + 15 * r + Math.round(3 * Math.cos(c * 1.3));
                nodes.add(node(x, y, 7 * c, 5 * r + c, 0));
            }
        }
        TextureMap map = bake(4, 4, 0, nodes, VIEW);
        for (Node node : nodes.subList(5, 7)) {
            int i = at(map, (int) node.point().x(), (int) node.point().y());
            assertEquals(node.texture().x(), map.u()[i], 1e-4);
            assertEquals(node.texture().y(), map.v()[i], 1e-4);
        }
    }

    @Test
    void bake_halfSize_isTheSameSurface() {
        List<Node> nodes =
                List.of(node(0, 0, 0, 0, 0), node(100, 0, 50, 0, 0), node(0, 80, 0, 40, 0), node(100, 80, 50, 40, 0));
        TextureMap half = bake(2, 2, 0, nodes, new Size(50, 40));
        assertEquals(10.5, half.u()[at(half, 10, 3)], 1e-4);
        assertEquals(3.5, half.v()[at(half, 10, 3)], 1e-4);
    }

    @Test
    void bake_overlappingCells_showTheNearerWithAnIslandOfItsOwn() {
        for (boolean rightIsNear : new boolean[] {true, false}) {
            // the second cell turns back over the first
            List<Node> nodes = List.of(
                    node(10, 10, 0, 0, rightIsNear ? 0 : 9),
                    node(80, 10, 70, 0, 5),
                    node(40, 10, 110, 0, rightIsNear ? 9 : 0),
                    node(10, 60, 0, 50, rightIsNear ? 0 : 9),
                    node(80, 60, 70, 50, 5),
                    node(40, 60, 110, 50, rightIsNear ? 9 : 0));
            TextureMap map = bake(2, 3, 1, nodes, VIEW);
            int overlapping = at(map, 60, 30);
            int first = at(map, 20, 30);
            assertEquals(10.5, map.u()[first], 0.05);
            if (rightIsNear) {
                assertEquals(70 + (80 - 60.5), map.u()[overlapping], 0.05);
                assertNotEquals(map.island()[first], map.island()[overlapping]);
            } else {
                assertEquals(50.5, map.u()[overlapping], 0.05);
                assertEquals(map.island()[first], map.island()[overlapping]);
            }
            assertNoTearWithinAnIsland(map);
        }
    }

    private static void assertNoTearWithinAnIsland(TextureMap map) {
        int width = map.region().width();
        for (int i = 0; i < map.island().length; i++) {
            boolean same = i % width > 0 && map.island()[i] != 0 && map.island()[i] == map.island()[i - 1];
            if (same) {
                assertTrue(Math.abs(map.u()[i] - map.u()[i - 1]) < 25, "tear at " + i);
            }
        }
    }
}
