package dev.vitrine.render.plan;

import static com.google.common.collect.ImmutableList.toImmutableList;

import dev.vitrine.core.value.EditDistance;
import dev.vitrine.core.value.ObjectPath;
import dev.vitrine.render.scene.Group;
import dev.vitrine.render.scene.Scene;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds groups and objects by their path. Letter case does not count; of two with the same path the first wins.
 *
 * <p>A path is meant from the root. Where there is no such path, it may be the end of exactly one path ({@code seat} for
 * {@code sofa/upholstery/seat}). {@code root}, where no author used that name, is the whole tree, as is the empty path.
 */
public final class SceneIndex {
    private static final ObjectPath ROOT = new ObjectPath(List.of("root"));

    private final SceneNode root;
    private final List<SceneNode> all;
    private final Map<ObjectPath, SceneNode> byPath = new HashMap<>();

    public SceneIndex(Scene scene) {
        this.root = new SceneNode(List.of(), scene.root());
        this.all = root.walk().collect(toImmutableList());
        for (SceneNode node : all) {
            byPath.putIfAbsent(new ObjectPath(node.path()), node);
        }
        byPath.putIfAbsent(ROOT, root);
    }

    public SceneNode root() {
        return root;
    }

    public Optional<SceneNode> find(ObjectPath path) {
        SceneNode exact = byPath.get(path);
        if (exact != null) {
            return Optional.of(exact);
        }
        List<SceneNode> endings = all.stream()
                .filter(n -> endsWith(new ObjectPath(n.path()), path))
                .collect(toImmutableList());
        return endings.size() == 1 ? Optional.of(endings.get(0)) : Optional.empty();
    }

    /** The first group with an object that takes a material, somewhere in it; else the root if it has one at all. */
    public Optional<SceneNode> defaultGroup() {
        return all.stream()
                .filter(n -> n.node() instanceof Group && !n.isRoot())
                .filter(SceneIndex::isRenderable)
                .findFirst()
                .or(() -> Optional.of(root).filter(SceneIndex::isRenderable));
    }

    /** A fragment that points at the nearest existing name, such as {@code ": did you mean 'sofa/seat'?"}; or nothing. */
    public String hint(ObjectPath path) {
        String asked = path.toString();
        String last = path.elements().isEmpty()
                ? ""
                : path.elements().get(path.elements().size() - 1);
        return all.stream()
                .filter(n -> !n.isRoot())
                .map(n -> new Candidate(n, distance(n, asked, last)))
                .filter(c -> c.distance() <= Math.max(1, last.length() / 3))
                .min(Comparator.comparingInt(Candidate::distance))
                .map(c -> ": did you mean '" + c.node().name() + "'?")
                .orElse("");
    }

    private record Candidate(SceneNode node, int distance) {}

    private static int distance(SceneNode node, String asked, String last) {
        String own = node.node().name().toLowerCase(Locale.ROOT);
        return Math.min(
                EditDistance.between(node.name().toLowerCase(Locale.ROOT), asked), EditDistance.between(own, last));
    }

    private static boolean isRenderable(SceneNode node) {
        return node.objects().stream().anyMatch(o -> o.object().type().isRenderable());
    }

    private static boolean endsWith(ObjectPath path, ObjectPath end) {
        int more = path.elements().size() - end.elements().size();
        return more > 0 && path.elements().subList(more, path.elements().size()).equals(end.elements());
    }
}
