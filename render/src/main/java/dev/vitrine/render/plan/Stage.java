package dev.vitrine.render.plan;

import dev.vitrine.render.scene.Overlap;
import dev.vitrine.render.scene.SceneObject;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which overlap objects can be seen at this point of a request. */
final class Stage {
    private final List<SceneNode> overlaps;
    private final Set<SceneNode> shown = new HashSet<>();

    /** At first an object's own setting counts, else the catalog's. */
    Stage(SceneNode root, boolean showOverlapObjects) {
        this.overlaps = root.objects().stream()
                .filter(Stage::isOverlap)
                .sorted(Comparator.comparingInt(n -> overlap(n).z()))
                .toList();
        overlaps.stream()
                .filter(n -> overlap(n).shown().orElse(showOverlapObjects))
                .forEach(shown::add);
    }

    void show(SceneNode selection) {
        selection.objects().stream().filter(Stage::isOverlap).forEach(shown::add);
    }

    void hide(SceneNode selection) {
        selection.objects().forEach(shown::remove);
    }

    boolean isShown(SceneNode object) {
        return shown.contains(object);
    }

    /** The visible overlap objects, the lowest first. */
    List<SceneNode> visible() {
        return overlaps.stream().filter(shown::contains).toList();
    }

    static boolean isOverlap(SceneNode node) {
        return node.node() instanceof SceneObject object && object.overlap().isPresent();
    }

    private static Overlap overlap(SceneNode node) {
        return node.object().overlap().orElseThrow();
    }
}
