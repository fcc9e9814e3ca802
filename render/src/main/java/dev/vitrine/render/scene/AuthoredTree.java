package dev.vitrine.render.scene;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The objects of a manifest that is still text: what the packer rewrites before it is read. */
final class AuthoredTree {
    private AuthoredTree() {}

    /**
     * @param json may be written to
     * @param node the same, for reading, with its place
     * @param path the object's path in the scene, such as {@code sofa/seat}
     */
    record Authored(ObjectNode json, ManifestNode node, String path) {}

    /** All objects in the author's order; whatever is no list or no object is left to the reader to complain about. */
    static List<Authored> objects(ObjectNode manifest, Problems problems) {
        List<Authored> out = new ArrayList<>();
        collect(manifest.path("tree"), new ManifestNode(manifest, "", problems).at("tree"), "", out);
        return out;
    }

    private static void collect(JsonNode list, ManifestNode at, String path, List<Authored> out) {
        if (!list.isArray()) {
            return;
        }
        List<ManifestNode> items = at.items();
        for (int i = 0; i < items.size(); i++) {
            if (!(list.get(i) instanceof ObjectNode json)) {
                continue;
            }
            boolean isGroup = json.has("group");
            String name = json.path(isGroup ? "group" : "object").asString("");
            String here = path.isEmpty() ? name : path + "/" + name;
            if (isGroup) {
                collect(json.path("children"), items.get(i).at("children"), here, out);
            } else {
                out.add(new Authored(json, items.get(i), here));
            }
        }
    }
}
