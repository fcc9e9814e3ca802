package dev.vitrine.render.scene;

import dev.vitrine.render.limit.RenderLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes a package apart for its author: {@code scene.yaml} or {@code style.yaml} and the full-size files that it names, ready to
 * be changed and packed again. Of the smaller levels only the widths are kept. Entry names were checked when the package was
 * opened, so nothing is written outside of the folder.
 */
public final class Unpacker {
    private final RenderLimits limits;

    public Unpacker(RenderLimits limits) {
        this.limits = limits;
    }

    /**
     * Writes into a folder that is empty or not there yet.
     *
     * @return how many files were written
     */
    public int unpack(OpenScene scene, Path folder) throws IOException {
        PackageFiles files = scene.files();
        ObjectNode tree = manifest(files);
        Set<String> wanted = content(files);
        takeLevels(tree, wanted);
        return AuthorFolder.fill(folder, "scene.yaml", tree, files, wanted);
    }

    /** The same for a style. */
    public int unpack(OpenStyle style, Path folder) throws IOException {
        PackageFiles files = style.files();
        return AuthorFolder.fill(folder, "style.yaml", manifest(files), files, content(files));
    }

    private ObjectNode manifest(PackageFiles files) {
        return (ObjectNode) new ManifestText(limits).json(files.name(), files.manifest());
    }

    private static Set<String> content(PackageFiles files) {
        Set<String> content = new LinkedHashSet<>(files.entries());
        content.removeAll(Set.of("mimetype", PackageFiles.MANIFEST, PackageFiles.THUMBNAIL));
        return content;
    }

    private static void takeLevels(ObjectNode tree, Set<String> wanted) {
        JsonNode levels = tree.path("levels");
        ArrayNode widths = tree.arrayNode();
        for (JsonNode level : levels) {
            widths.add(level.path("width").asInt());
            for (JsonNode layer : level.path("layers")) {
                wanted.remove(layer.isObject() ? layer.path("file").asString("") : layer.asString(""));
            }
        }
        tree.set("levels", widths);
    }
}
