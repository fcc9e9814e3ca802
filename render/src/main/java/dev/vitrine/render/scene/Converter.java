package dev.vitrine.render.scene;

import dev.vitrine.core.value.Size;
import dev.vitrine.render.limit.RenderLimits;
import dev.vitrine.render.pixel.Region;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** Makes a package for servers of an author's one: a part of it, at the sizes that will be asked for, encoded anew. */
public final class Converter {
    private static final String PRODUCTION = "production";

    private final RenderLimits limits;

    public Converter(RenderLimits limits) {
        this.limits = limits;
    }

    /** Whether a package was made by this class. */
    public boolean isProduction(OpenScene scene) {
        return tree(scene).path(PRODUCTION).asBoolean(false);
    }

    /**
     * Writes what a conversion says. Nothing is written if the report lists errors.
     *
     * <p>Fails with a {@code SOURCE_…} failure if a raster cannot be read.
     *
     * @param progress told what is being done, a line at a time
     */
    public PackReport convert(OpenScene source, Conversion conversion, Path out, Consumer<String> progress)
            throws IOException {
        Size full = conversion.sizes().get(0);
        ObjectNode tree = tree(source);
        new ViewShift(conversion.crop(), full).move(tree, full);
        tree.remove("levels");
        if (!conversion.materials()) {
            tree.remove("materials");
        }
        Problems problems = new Problems();
        Size view = source.scene().view().size();
        boolean isWhole = conversion.crop().equals(new Region(0, 0, view.width(), view.height()));
        if (!isWhole && tree.has("reflection")) {
            tree.remove("reflection");
            problems.warning("reflection", "is left out: it names places of the whole view");
        }
        String name = source.files().name();
        Scene scene = new ManifestReader(name, limits).read(tree, new Problems());
        SceneRasters rasters = new ScaledRasters(source.rasters(0), conversion.crop(), full);
        PackedLayers layers = new PackedLayers(conversion.sizes());
        Scene packed = new ScenePacker(
                        scene, rasters, source::file, conversion.viewQuality(), conversion::finished, layers, progress)
                .pack();
        ObjectNode manifest = ManifestWriter.tree(packed).put(PRODUCTION, true);
        return new CheckedPackage(limits, progress).write(out, ManifestWriter.bytes(manifest), layers, problems);
    }

    private ObjectNode tree(OpenScene scene) {
        PackageFiles files = scene.files();
        return (ObjectNode) new ManifestText(limits).json(files.name(), files.manifest());
    }
}
