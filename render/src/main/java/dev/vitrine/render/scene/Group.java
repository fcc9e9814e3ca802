package dev.vitrine.render.scene;

import dev.vitrine.core.value.RealPair;
import java.util.List;
import java.util.Map;

/**
 * A group of objects and groups.
 *
 * @param name empty for the root
 * @param ident legacy number, reported and otherwise unused
 * @param attributes the author's; names that begin with {@code map} become attributes of image-map areas
 * @param imageMap polygons in view pixels, one per disjoint region
 */
public record Group(
        String name, int ident, Map<String, String> attributes, List<List<RealPair>> imageMap, List<Node> children)
        implements Node {
    public Group {
        attributes = Map.copyOf(attributes);
        imageMap = imageMap.stream().map(List::copyOf).toList();
        children = List.copyOf(children);
    }
}
