package dev.vitrine.render.scene;

import dev.vitrine.render.limit.RenderLimits;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Takes a package apart for its author: {@code scene.yaml} and the full-size files that it names, ready to be changed and packed
 * again. Of the smaller levels only the widths are kept.
 */
public final class Unpacker {
    private final RenderLimits limits;

    public Unpacker(RenderLimits limits) {
        this.limits = limits;
    }

    /**
     * Writes into a folder that is empty or not there yet; entry names are checked before, so nothing is written outside of it.
     *
     * @return how many files were written
     */
    public int unpack(OpenScene scene, Path folder) throws IOException {
        requireEmpty(folder);
        PackageFiles files = scene.files();
        ObjectNode tree = (ObjectNode) new ManifestText(limits).json(files.name(), files.manifest());
        Set<String> wanted = new LinkedHashSet<>(files.entries());
        wanted.removeAll(Set.of("mimetype", PackageFiles.MANIFEST, PackageFiles.THUMBNAIL));
        takeLevels(tree, wanted);
        Files.createDirectories(folder);
        Files.write(folder.resolve("scene.yaml"), new YAMLMapper().writeValueAsBytes(tree));
        for (String entry : wanted) {
            Path file = folder.resolve(entry);
            Files.createDirectories(file.getParent());
            Files.write(file, files.read(entry));
        }
        return wanted.size() + 1;
    }

    /** Nothing of an author's is overwritten. */
    static void requireEmpty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> inside = Files.list(folder)) {
                if (inside.findAny().isPresent()) {
                    throw new FileAlreadyExistsException(folder + " is not empty");
                }
            }
        }
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
