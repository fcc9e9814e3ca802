package dev.vitrine.render.scene;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.core.value.RealPair;
import dev.vitrine.render.geometry.Homography;
import dev.vitrine.render.limit.RenderLimits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class PlaneBakerTest {
    /** A room: back wall at Z 200 from X -72 to 110, left wall at X -72 from Z 100 on, walls 96 high, eyes at 60. */
    private static final String ROOM = """
            camera: {focal: 2000, center: [1200, 800], position: [0, 60, 0], forward: [0, 0, 1], up: [0, 1, 0]}
            planes:
              floor: {point: [0, 0, 150], normal: [0, 1, 0]}
              back: {point: [0, 0, 200], normal: [0, 0, -1]}
              left: {point: [-72, 0, 150], normal: [1, 0, 0]}
            tree:
              - group: room
                children:
                  - {object: floor, geometry: {kind: plane, plane: floor, textureOrigin: [-72, 0, 200], textureDirection: [1, 0, 0]}}
                  - {object: back, geometry: {kind: plane, plane: back, textureOrigin: [-72, 96, 200], textureDirection: [1, 0, 0]}}
                  - {object: left, geometry: {kind: plane, plane: left, textureOrigin: [-72, 96, 100], textureDirection: [0, 0, 1]}}
            """;

    private static final List<RealPair> FLOOR = points(480, 1400, 2300, 1400, 3400, 2000, -240, 2000);
    private static final List<RealPair> BACK = points(480, 440, 2300, 440, 2300, 1400, 480, 1400);
    private static final List<RealPair> LEFT = points(-240, 80, 480, 440, 480, 1400, -240, 2000);

    private final Problems problems = new Problems();

    private static List<RealPair> points(double... xy) {
        List<RealPair> out = new ArrayList<>();
        for (int i = 0; i < xy.length; i += 2) {
            out.add(new RealPair(xy[i], xy[i + 1]));
        }
        return out;
    }

    private ObjectNode bake(String yaml) {
        ObjectNode tree = (ObjectNode) new ManifestText(RenderLimits.standard()).yaml("room", yaml.getBytes(UTF_8));
        PlaneBaker.bake(tree, problems);
        return tree;
    }

    private Homography baked(String yaml, int object) {
        JsonNode rows =
                bake(yaml).at("/tree/0/children/" + object + "/geometry").path("matrix");
        assertTrue(problems.all().isEmpty(), problems.all().toString());
        List<Double> matrix = new ArrayList<>();
        rows.forEach(value -> matrix.add(value.asDouble()));
        return Homography.ofRows(matrix);
    }

    private static void assertPoint(double u, double v, RealPair point) {
        assertEquals(u, point.x(), 1e-9);
        assertEquals(v, point.y(), 1e-9);
    }

    @Test
    void bake_room_givesTheNumbersOfItsWorld() {
        Homography floor = baked(ROOM, 0);
        assertPoint(72, 50, floor.map(1200, 1600));
        Homography.Jacobian there = floor.jacobian(1200, 1600);
        assertEquals(13.333, 1 / there.ux(), 0.001);
        assertEquals(5.333, 1 / there.vy(), 0.001);
        assertEquals(8.43, Math.sqrt(1 / there.area()), 0.005);
        assertPoint(72, 36, baked(ROOM, 1).map(1200, 800));
        assertPoint(100, 36, baked(ROOM, 2).map(480, 800));
        assertPoint(20, 36, baked(ROOM, 2).map(0, 800));
    }

    @Test
    void bake_plane_equalsTheQuadOfTheSameRectangle() {
        assertSame(baked(ROOM, 0), Homography.ofQuad(FLOOR, 182, 100), FLOOR);
        assertSame(baked(ROOM, 1), Homography.ofQuad(BACK, 182, 96), BACK);
        assertSame(baked(ROOM, 2), Homography.ofQuad(LEFT, 100, 96), LEFT);
    }

    private static void assertSame(Homography plane, Homography quad, List<RealPair> corners) {
        for (RealPair a : corners) {
            for (RealPair b : corners) {
                RealPair expected = quad.map((a.x() + b.x()) / 2, (a.y() + b.y()) / 2);
                assertPoint(expected.x(), expected.y(), plane.map((a.x() + b.x()) / 2, (a.y() + b.y()) / 2));
            }
        }
    }

    /** The same room told in a world whose z comes towards the viewer, and by a camera whose up is only roughly up. */
    @Test
    void bake_rightHandedWorld_isTheSameRoom() {
        String turned = ROOM.replace(
                        "forward: [0, 0, 1], up: [0, 1, 0]", "forward: [0, 0, -1], up: [0, 1, -0.2], hand: right")
                .replace("[0, 0, 150]", "[0, 0, -150]")
                .replace("[0, 0, 200]", "[0, 0, -200]")
                .replace("[0, 0, -1]}", "[0, 0, 1]}")
                .replace("-72, 0, 200", "-72, 0, -200")
                .replace("-72, 96, 200", "-72, 96, -200")
                .replace("-72, 96, 100", "-72, 96, -100")
                .replace("textureDirection: [0, 0, 1]", "textureDirection: [0, 0, -1]");
        assertPoint(72, 50, baked(turned, 0).map(1200, 1600));
        assertPoint(72, 36, baked(turned, 1).map(1200, 800));
        assertPoint(20, 36, baked(turned, 2).map(0, 800));
    }

    @Test
    void bake_whatIsWrong_isNamed() {
        bake(ROOM.replace("plane: back,", "plane: bakc,")
                .replace("textureDirection: [0, 0, 1]", "textureDirection: [2, 0, 0]"));
        assertEquals(
                List.of(
                        "error: tree[0].children[1].geometry.plane: 'bakc' is not one of the planes; did you mean 'back'?",
                        "error: tree[0].children[2].geometry.textureDirection: must be a direction other than the plane's normal"),
                problems.all().stream().map(PackageProblem::toString).toList());
    }

    @Test
    void bake_withoutCamera_saysWhoNeedsOne() {
        bake(ROOM.substring(ROOM.indexOf("planes:")));
        assertEquals(
                "error: camera: is missing; geometry of kind plane needs one",
                problems.all().get(0).toString());
        Problems before = new Problems();
        ObjectNode none = (ObjectNode) new ManifestText(RenderLimits.standard()).yaml("x", "tree: []".getBytes(UTF_8));
        PlaneBaker.bake(none, before);
        assertTrue(before.all().isEmpty());
    }

    @Test
    void bake_cameraInThePlane_isRefused() {
        bake(ROOM.replace("floor: {point: [0, 0, 150]", "floor: {point: [0, 60, 150]"));
        assertTrue(problems.all().get(0).what().startsWith("passes through the camera"));
    }
}
