package dev.vitrine.render.plan;

import static com.google.common.collect.ImmutableList.toImmutableList;

import dev.vitrine.render.scene.Group;
import dev.vitrine.render.scene.Node;
import dev.vitrine.render.scene.SceneObject;
import java.util.List;
import java.util.stream.Stream;

/**
 * A group or object with its place in the tree.
 *
 * @param path names from the root down, as the author spelled them; empty for the root itself
 */
public record SceneNode(List<String> path, Node node) {
    public SceneNode {
        path = List.copyOf(path);
    }

    /** The names joined by slashes. */
    public String name() {
        return String.join("/", path);
    }

    public boolean isRoot() {
        return path.isEmpty();
    }

    /** Children in the author's order; none for an object. */
    public List<SceneNode> children() {
        return node instanceof Group group
                ? group.children().stream()
                        .map(c -> new SceneNode(
                                Stream.concat(path.stream(), Stream.of(c.name()))
                                        .collect(toImmutableList()),
                                c))
                        .collect(toImmutableList())
                : List.of();
    }

    /** This node and all below it, parents before children, in the author's order. */
    public Stream<SceneNode> walk() {
        return Stream.concat(Stream.of(this), children().stream().flatMap(SceneNode::walk));
    }

    /** The objects among them. */
    public List<SceneNode> objects() {
        return walk().filter(n -> n.node() instanceof SceneObject).collect(toImmutableList());
    }

    /** The object that this node is; for objects only. */
    public SceneObject object() {
        return (SceneObject) node;
    }
}
