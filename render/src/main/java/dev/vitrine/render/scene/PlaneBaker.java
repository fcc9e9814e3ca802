package dev.vitrine.render.scene;

import dev.vitrine.catalog.model.NearestName;
import dev.vitrine.render.scene.AuthoredTree.Authored;
import dev.vitrine.render.scene.Camera.Vector;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Replaces every geometry of kind {@code plane} by the homography that the camera gives it, and takes camera and planes, which
 * nobody needs any more, out of the manifest.
 */
final class PlaneBaker {
    private static final double FAR = 1e7;

    private final ObjectNode manifest;
    private final Problems problems;

    private PlaneBaker(ObjectNode manifest, Problems problems) {
        this.manifest = manifest;
        this.problems = problems;
    }

    static void bake(ObjectNode manifest, Problems problems) {
        new PlaneBaker(manifest, problems).run();
        manifest.remove(List.of("camera", "planes"));
    }

    private void run() {
        ManifestNode root = new ManifestNode(manifest, "", problems);
        List<Authored> flat = AuthoredTree.objects(manifest, problems).stream()
                .filter(object ->
                        object.json().path("geometry").path("kind").asString("").equals("plane"))
                .toList();
        Map<String, ManifestNode> planes = root.at("planes").entries();
        if (!flat.isEmpty()) {
            camera(root.at("camera")).ifPresent(camera -> flat.forEach(object -> bake(object, camera, planes)));
        }
    }

    private static Optional<Camera> camera(ManifestNode node) {
        if (!node.isPresent()) {
            node.error("is missing; geometry of kind plane needs one");
            return Optional.empty();
        }
        node.expectKeys(Set.of("focal", "center", "position", "forward", "up", "hand"), Set.of());
        double focal = node.at("focal").number(0, 0, FAR);
        if (focal <= 0) {
            node.at("focal").error("must be a positive number of view pixels");
            return Optional.empty();
        }
        String hand = node.at("hand").text("left");
        if (!hand.equals("left") && !hand.equals("right")) {
            node.at("hand").error("must be left or right");
        }
        double[] center = node.at("center").numbers(2);
        Vector position = Vector.of(node.at("position").numbers(3));
        Vector forward = Vector.of(node.at("forward").numbers(3));
        Vector up = Vector.of(node.at("up").numbers(3));
        if (!Camera.canLook(forward, up)) {
            node.error("forward and up must be two different directions");
            return Optional.empty();
        }
        return Optional.of(Camera.looking(focal, center[0], center[1], position, forward, up, !hand.equals("right")));
    }

    private void bake(Authored object, Camera camera, Map<String, ManifestNode> planes) {
        ManifestNode geometry = object.node().at("geometry");
        geometry.expectKeys(Set.of("kind", "plane", "textureOrigin", "textureDirection"), Set.of());
        String name = geometry.at("plane").requireText();
        ManifestNode plane = planes.get(name);
        if (plane == null) {
            String hint = NearestName.of(name, planes.keySet())
                    .map(near -> "; did you mean '" + near + "'?")
                    .orElse("");
            geometry.at("plane").error("'" + name + "' is not one of the planes" + hint);
            return;
        }
        plane.expectKeys(Set.of("point", "normal"), Set.of());
        Vector point = Vector.of(plane.at("point").numbers(3));
        Vector normal = Vector.of(plane.at("normal").numbers(3));
        Vector origin = Vector.of(geometry.at("textureOrigin").numbers(3));
        Vector direction = Vector.of(geometry.at("textureDirection").numbers(3));
        if (!camera.sees(point, normal)) {
            plane.error("passes through the camera, or has no normal");
        } else if (direction.cross(normal).length() < 1e-9) {
            geometry.at("textureDirection").error("must be a direction other than the plane's normal");
        } else {
            ObjectNode baked = object.json().putObject("geometry").put("kind", "homography");
            ArrayNode matrix = baked.putArray("matrix");
            camera.toPlane(point, normal, origin, direction).forEach(matrix::add);
        }
    }
}
