package dev.vitrine.render.scene;

import dev.vitrine.core.value.Color;
import dev.vitrine.render.codec.RasterEncoder;
import dev.vitrine.render.pixel.LightMap;
import dev.vitrine.render.scene.AuthoredTree.Authored;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an author leaves to the packer by the word {@code auto}: the light, as {@code illumination} or as one map's
 * {@code layer}, and objects' {@code original.baseColor}. The words are replaced by harmless values first, so that the manifest
 * can be read, and by what was found in the photograph then.
 */
final class AutoSpec {
    /** Where the packer finds the map that it made. */
    static final String FILE = "auto/light.png";

    private static final String AUTO = "auto";
    private static final int MIDDLE = 128;

    private final ObjectNode manifest;
    private final Map<String, ArrayNode> colors = new LinkedHashMap<>();
    private boolean light;

    private AutoSpec(ObjectNode manifest) {
        this.manifest = manifest;
    }

    /** Takes the words out of a manifest. */
    static AutoSpec of(ObjectNode manifest, Problems problems) {
        AutoSpec auto = new AutoSpec(manifest);
        auto.takeLight(problems);
        auto.takeColors(problems);
        return auto;
    }

    boolean isAsked() {
        return light || !colors.isEmpty();
    }

    /** Stand-ins for the files that {@link #fill} will make. */
    Map<String, byte[]> placeholders() {
        return light ? Map.of(FILE, RasterEncoder.gray8(1, 1, new byte[] {(byte) MIDDLE})) : Map.of();
    }

    private void takeLight(Problems problems) {
        if (isAuto(manifest.path("illumination"))) {
            manifest.putObject("illumination").putArray("maps").addObject().put("layer", AUTO);
        }
        JsonNode maps = manifest.path("illumination").path("maps");
        for (int i = 0; i < maps.size(); i++) {
            if (maps.get(i) instanceof ObjectNode map && isAuto(map.path("layer"))) {
                map.put("layer", FILE);
                if (light) {
                    problems.error(
                            "illumination.maps[" + i + "].layer", "only one map can be made from the photograph");
                }
                light = true;
            }
        }
    }

    private void takeColors(Problems problems) {
        for (Authored object : AuthoredTree.objects(manifest, problems)) {
            boolean isOverlap = object.json().path("overlap").isObject();
            boolean isUntold = light && !object.json().has("original") && !isOverlap;
            if (isUntold && isPainted(object)) {
                object.json().putObject("original").put("baseColor", AUTO);
            }
            if (object.json().path("original") instanceof ObjectNode original && isAuto(original.path("baseColor"))) {
                if (isOverlap) {
                    ManifestNode color = object.node().at("original").at("baseColor");
                    color.error("can only be found for objects of the photograph, not for overlap objects");
                }
                colors.put(
                        object.path(),
                        original.putArray("baseColor").add(0).add(0).add(0));
            }
        }
    }

    private static boolean isPainted(Authored object) {
        String type = object.json().path("type").asString("");
        return !type.equalsIgnoreCase(ObjectType.STATIC.token())
                && !type.equalsIgnoreCase(ObjectType.WINDOW_FRAME.token());
    }

    private static boolean isAuto(JsonNode node) {
        return node.isString() && node.asString().equals(AUTO);
    }

    /**
     * Writes what was found into the manifest.
     *
     * @param scene the manifest without its {@code auto}, read
     * @return the files that it now names
     */
    Map<String, byte[]> fill(Scene scene, SceneRasters rasters, LightFinder finder, Consumer<String> progress) {
        AutoLight maker = new AutoLight(scene, rasters);
        Map<String, Color> found = new LinkedHashMap<>();
        SceneLayers.objects(scene.root()).forEach((path, object) -> {
            Optional<Original> original = object.original();
            original.ifPresent(o -> found.put(path, o.baseColor()));
        });
        Map<String, Color> seen = maker.colors();
        List<String> told = new ArrayList<>();
        colors.forEach((path, json) -> {
            Color color = seen.getOrDefault(path, Color.gray(MIDDLE));
            found.put(path, color);
            json.removeAll().add(color.red()).add(color.green()).add(color.blue());
            told.add(path + " is " + color.red() + "," + color.green() + "," + color.blue());
        });
        told.forEach(progress);
        if (!light) {
            return Map.of();
        }
        progress.accept("light from the photograph");
        LightMap map = maker.light(found, scene.shading(), finder);
        byte[] file = RasterEncoder.samples16(map.region().width(), map.region().height(), 1, map.values());
        return Map.of(FILE, file);
    }
}
