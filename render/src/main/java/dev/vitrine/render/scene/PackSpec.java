package dev.vitrine.render.scene;

import dev.vitrine.core.failure.Failures;
import dev.vitrine.render.limit.RenderLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * What an author wrote for the packer: a manifest in YAML or JSON, whose paths are below its own folder.
 *
 * @param viewQuality {@code view.quality}: the JPEG quality that the view is stored with; absent leaves that to the packer
 * @param files the folder
 */
record PackSpec(Scene scene, OptionalInt viewQuality, PackageFiles files, Problems problems) {
    private static final List<String> NAMES = List.of("scene.yaml", "scene.yml", "scene.json", PackageFiles.MANIFEST);

    static PackSpec read(Path path, RenderLimits limits) throws IOException {
        Path file = Files.isDirectory(path) ? specIn(path) : path;
        if (!Files.exists(file)) {
            throw Failures.sourceMissing(path.toString());
        }
        String name = String.valueOf(file.getFileName());
        if (Files.size(file) > ManifestText.MAX_BYTES) {
            throw Failures.sourceTooLarge(name, Files.size(file) + " bytes");
        }
        byte[] text = Files.readAllBytes(file);
        ManifestText reader = new ManifestText(limits);
        boolean isJson = name.toLowerCase(Locale.ROOT).endsWith(".json");
        JsonNode tree = isJson ? reader.json(name, text) : reader.yaml(name, text);
        Problems problems = new Problems();
        Scene scene = new ManifestReader(name, limits).read(tree, problems);
        ManifestNode quality = new ManifestNode(tree, "", problems).at("view").at("quality");
        Path folder = file.toAbsolutePath().getParent();
        return new PackSpec(
                scene,
                quality.isPresent() ? OptionalInt.of(quality.integer(95, 1, 100)) : OptionalInt.empty(),
                PackageFiles.open(name, folder, limits),
                problems);
    }

    private static Path specIn(Path folder) {
        return NAMES.stream()
                .map(folder::resolve)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() ->
                        Failures.sourceMissing(folder.resolve(NAMES.get(0)).toString()));
    }
}
