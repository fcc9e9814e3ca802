package dev.vitrine.render.scene;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything in a scene's tree that is not a tree: its objects by path, its layers one by one. */
public final class SceneLayers {
    private SceneLayers() {}

    /** The objects by their paths, in the author's order. */
    public static Map<String, SceneObject> objects(Group root) {
        Map<String, SceneObject> out = new LinkedHashMap<>();
        collect(root, "", out);
        return out;
    }

    private static void collect(Group group, String path, Map<String, SceneObject> out) {
        for (Node node : group.children()) {
            String at = path.isEmpty() ? node.name() : path + "/" + node.name();
            if (node instanceof Group child) {
                collect(child, at, out);
            } else {
                out.put(at, (SceneObject) node);
            }
        }
    }

    /** All full-size layers, in the author's order; one that is used twice comes twice. */
    static List<Layer> of(Scene scene) {
        List<Layer> out = new ArrayList<>();
        out.add(scene.view().image());
        scene.illumination().forEach(map -> out.add(map.layer()));
        scene.shine().specular().ifPresent(out::add);
        scene.shine().reflection().ifPresent(reflection -> {
            out.add(reflection.st());
            out.add(reflection.strength());
            reflection.distance().ifPresent(out::add);
        });
        for (SceneObject object : objects(scene.root()).values()) {
            object.mask().ifPresent(out::add);
            if (object.geometry() instanceof Geometry.Uv uv) {
                out.add(uv.map());
                uv.islands().ifPresent(out::add);
                uv.edge().ifPresent(edge -> out.addAll(List.of(edge.map(), edge.weight())));
            }
            object.overlap().ifPresent(overlap -> {
                overlap.image().ifPresent(out::add);
                overlap.under().forEach(under -> out.add(under.layer()));
                overlap.illumination().forEach(map -> out.add(map.layer()));
            });
        }
        return out;
    }
}
