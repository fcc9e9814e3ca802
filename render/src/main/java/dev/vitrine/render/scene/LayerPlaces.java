package dev.vitrine.render.scene;

import java.util.LinkedHashMap;
import java.util.Map;

/** Which file of a scene is what, in words for its author: {@code sofa/seat mask} → {@code masks/seat.png}. */
final class LayerPlaces {
    private final Map<String, String> places = new LinkedHashMap<>();

    LayerPlaces(Scene scene) {
        add("view", scene.view().image());
        scene.view().icc().ifPresent(icc -> places.put("view profile", icc));
        scene.illumination().forEach(map -> add("illumination " + slot(map), map.layer()));
        scene.shine().specular().ifPresent(layer -> add("specular", layer));
        scene.shine().reflection().ifPresent(reflection -> {
            add("reflection st", reflection.st());
            add("reflection strength", reflection.strength());
            reflection.distance().ifPresent(layer -> add("reflection distance", layer));
        });
        scene.materials().forEach(material -> places.put("material " + material.name(), material.file()));
        SceneLayers.objects(scene.root()).forEach(this::object);
        SceneLayers.of(scene).forEach(layer -> {
            if (!places.containsValue(layer.file())) {
                add("a layer", layer);
            }
        });
    }

    /** Files by their place, in the author's order. */
    Map<String, String> all() {
        return places;
    }

    private void object(String path, SceneObject object) {
        object.mask().ifPresent(layer -> add(path + " mask", layer));
        if (object.geometry() instanceof Geometry.Uv uv) {
            add(path + " uv map", uv.map());
            uv.islands().ifPresent(layer -> add(path + " islands", layer));
            uv.edge().ifPresent(edge -> {
                add(path + " edge", edge.map());
                add(path + " edge weight", edge.weight());
            });
        }
        object.overlap().ifPresent(overlap -> {
            overlap.image().ifPresent(layer -> add(path + " image", layer));
            overlap.under().forEach(under -> add(path + (under.shadow() ? " shadow" : " under"), under.layer()));
            overlap.illumination().forEach(map -> add(path + " illumination " + slot(map), map.layer()));
        });
    }

    /** A place that is taken already gets a number. */
    private void add(String place, Layer layer) {
        String free = place;
        for (int i = 2; places.containsKey(free); i++) {
            free = place + " " + i;
        }
        places.put(free, layer.file());
    }

    private static char slot(Illumination map) {
        return "ABC".charAt(map.slot());
    }
}
