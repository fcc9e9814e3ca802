package dev.vitrine.render.scene;

import dev.vitrine.core.failure.Failures;
import dev.vitrine.render.cache.ByteBoundedCache;
import dev.vitrine.render.codec.Decoder;
import dev.vitrine.render.limit.RenderLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an author wrote for the packer: a manifest in YAML or JSON, whose paths are below its own folder, with the planes baked
 * and the {@code auto} filled in.
 *
 * @param viewQuality {@code view.quality}: the JPEG quality that the view is stored with; absent leaves that to the packer
 * @param levels the pyramid that was asked for
 * @param source the manifest and its files, opened; of no use if there are errors among the problems
 */
record PackSpec(OptionalInt viewQuality, Pyramid levels, OpenScene source, Problems problems) {
    private static final List<String> NAMES =
            List.of("scene.yaml", "scene.yml", "scene.json", "style.yaml", PackageFiles.MANIFEST);

    /** What an author wrote, before anything is made of it: a scene or a style. */
    record Draft(String name, ObjectNode tree, PackageFiles files) {
        static Draft read(Path path, RenderLimits limits) throws IOException {
            Path file = Files.isDirectory(path) ? specIn(path) : path;
            if (!Files.exists(file)) {
                throw Failures.sourceMissing(path.toString());
            }
            String name = String.valueOf(file.getFileName());
            PackageFiles files = PackageFiles.open(name, file.toAbsolutePath().getParent(), limits);
            return new Draft(name, PackSpec.tree(name, file, limits), files);
        }

        boolean isStyle() {
            return StyleReader.isStyle(tree);
        }
    }

    static PackSpec of(Draft draft, RenderLimits limits, LightFinder finder, Consumer<String> progress) {
        return read(draft.name(), draft.tree(), draft.files(), limits, finder, progress);
    }

    private static ObjectNode tree(String name, Path file, RenderLimits limits) throws IOException {
        if (Files.size(file) > ManifestText.MAX_BYTES) {
            throw Failures.sourceTooLarge(name, Files.size(file) + " bytes");
        }
        byte[] text = Files.readAllBytes(file);
        ManifestText reader = new ManifestText(limits);
        boolean isJson = name.toLowerCase(Locale.ROOT).endsWith(".json");
        JsonNode tree = isJson ? reader.json(name, text) : reader.yaml(name, text);
        return (ObjectNode) tree;
    }

    private static PackSpec read(
            String name,
            ObjectNode tree,
            PackageFiles files,
            RenderLimits limits,
            LightFinder finder,
            Consumer<String> progress) {
        Problems problems = new Problems();
        ManifestNode root = new ManifestNode(tree, "", problems);
        ManifestNode quality = root.at("view").at("quality");
        OptionalInt viewQuality =
                quality.isPresent() ? OptionalInt.of(quality.integer(95, 1, 100)) : OptionalInt.empty();
        Pyramid pyramid = Pyramid.read(root.at("levels"));
        tree.remove("levels");
        PlaneBaker.bake(tree, problems);
        AutoSpec auto = AutoSpec.of(tree, problems);
        Scene scene = new ManifestReader(name, limits).read(tree, problems);
        PackageFiles all = files;
        OpenScene photo = open(scene, new MadeFiles(files, auto.placeholders()), limits);
        if (auto.isAsked() && !problems.hasErrors()) {
            new PackageValidator(limits).checkSources(photo, problems);
        }
        if (auto.isAsked() && !problems.hasErrors()) {
            all = new MadeFiles(files, auto.fill(scene, photo.rasters(0), finder, progress));
            scene = new ManifestReader(name, limits).read(tree, new Problems());
        }
        return new PackSpec(viewQuality, pyramid, open(scene, all, limits), problems);
    }

    private static OpenScene open(Scene scene, PackageFiles files, RenderLimits limits) {
        Decoder decoder = new Decoder(limits.maxSourcePixels());
        return new OpenScene(scene, files, decoder, new ByteBoundedCache(limits.cacheBytes()));
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
