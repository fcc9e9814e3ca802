package dev.vitrine.render.scene;

import dev.vitrine.core.value.Size;
import dev.vitrine.render.limit.RenderLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Makes a package of what an author wrote: finds light and base colors that were left to it, bakes planes and control meshes, cuts
 * every layer to what it holds, makes the masks add up, adds smaller levels and a thumbnail, encodes all of it small, and checks the
 * result before it takes its place.
 */
public final class Packer {
    private final RenderLimits limits;
    private final LightFinder finder;

    /** @param finder for light that is to be made from the photograph */
    public Packer(RenderLimits limits, LightFinder finder) {
        this.limits = limits;
        this.finder = finder;
    }

    /**
     * Packs a specification, of a scene or a style: a YAML or JSON file, or a folder that holds {@code scene.yaml} or
     * {@code style.yaml}. Nothing is written if the report
     * lists errors.
     *
     * <p>Fails with a {@code SOURCE_…} failure if the specification itself is missing or no manifest, or if the photograph or a
     * mask cannot be read where light or colors are to be made of them. Whatever else is wrong is in the report.
     *
     * @param progress told what is being done, a line at a time
     */
    public PackReport pack(Path spec, Path out, Consumer<String> progress) throws IOException {
        PackSpec.Draft draft = PackSpec.Draft.read(spec, limits);
        if (draft.isStyle()) {
            return new StylePacker(limits).pack(draft.tree(), draft.files(), out, progress);
        }
        PackSpec read = PackSpec.of(draft, limits, finder, progress);
        if (!read.problems().hasErrors()) {
            progress.accept("reading");
            new PackageValidator(limits).checkSources(read.source(), read.problems());
        }
        if (read.problems().hasErrors()) {
            return new PackReport(0, 0, 0, read.problems().all());
        }
        Size full = read.source().scene().view().size();
        PackedLayers layers = new PackedLayers(read.levels().sizes(full));
        Scene scene = new ScenePacker(read.source(), read.viewQuality(), layers, progress).pack();
        return new CheckedPackage(limits, progress).write(out, ManifestWriter.write(scene), layers, read.problems());
    }
}
