package dev.vitrine.render.scene;

import dev.vitrine.render.pixel.LightMap;
import dev.vitrine.render.scene.Overlap.Blend;
import dev.vitrine.render.scene.Overlap.Under;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads what belongs to overlap objects, and illumination maps wherever they stand. */
final class OverlapReader {
    static final double NEUTRAL = LightMap.NEUTRAL / 65535.0;

    private OverlapReader() {}

    static Overlap read(ManifestNode node) {
        node.expectKeys(Set.of("z", "shown", "image", "shadow", "under", "illumination"), Set.of());
        List<Under> under = new ArrayList<>();
        LayerReader.find(node.at("shadow"), 0).ifPresent(layer -> under.add(new Under(layer, true, Blend.NORMAL, 1)));
        node.at("under").items().forEach(item -> under.add(under(item)));
        return new Overlap(
                node.at("z").integer(0, -1_000_000, 1_000_000),
                shown(node.at("shown")),
                LayerReader.find(node.at("image"), 0),
                under,
                illumination(node.at("illumination").at("maps")));
    }

    private static Optional<Boolean> shown(ManifestNode node) {
        if (!node.isPresent() || (node.isText() && node.text("").equals("default"))) {
            return Optional.empty();
        }
        return Optional.of(node.flag(true));
    }

    private static Under under(ManifestNode node) {
        String blend = node.at("blend").text("normal");
        Blend found = Blend.NORMAL;
        if (List.of("normal", "multiply", "screen").contains(blend)) {
            found = Blend.valueOf(blend.toUpperCase(Locale.ROOT));
        } else {
            node.at("blend").error("must be normal, multiply or screen");
        }
        return new Under(
                LayerReader.read(node, 0),
                node.at("shadow").flag(false),
                found,
                node.at("opacity").number(1, 0, 1));
    }

    static List<Illumination> illumination(ManifestNode maps) {
        List<Illumination> out = new ArrayList<>();
        Set<Integer> slots = new HashSet<>();
        for (ManifestNode map : maps.items()) {
            map.expectKeys(Set.of("slot", "layer", "gloss"), Set.of());
            int slot = List.of("A", "B", "C").indexOf(map.at("slot").text("A"));
            if (slot < 0 || !slots.add(slot)) {
                map.at("slot").error("must be A, B or C, and each only once");
            }
            out.add(new Illumination(
                    Math.max(slot, 0),
                    LayerReader.read(map.at("layer"), NEUTRAL),
                    map.at("gloss").number(0, 0, 100)));
        }
        out.sort(java.util.Comparator.comparingInt(Illumination::slot));
        return out;
    }
}
