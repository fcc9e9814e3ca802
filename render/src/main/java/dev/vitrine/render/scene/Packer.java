package dev.vitrine.render.scene;

import dev.vitrine.core.value.Size;
import dev.vitrine.render.limit.RenderLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes a package of what an author wrote: cuts every layer to what it holds, makes the masks add up, bakes control meshes, adds
 * a pyramid of halves, encodes all of it small, and checks the result before it takes its place.
 */
public final class Packer {
    /** The pyramid ends with the first level whose longer side is at most this. */
    private static final int SMALLEST = 400;

    private final RenderLimits limits;

    public Packer(RenderLimits limits) {
        this.limits = limits;
    }

    /**
     * Packs a specification: a YAML or JSON file, or a folder that holds {@code scene.yaml}. Nothing is written if the report
     * lists errors.
     *
     * <p>Fails with a {@code SOURCE_…} failure if a raster is missing or cannot be read.
     *
     * @param progress told what is being done, a line at a time
     */
    public PackReport pack(Path spec, Path out, Consumer<String> progress) throws IOException {
        PackSpec read = PackSpec.read(spec, limits);
        if (read.problems().hasErrors()) {
            return new PackReport(0, 0, 0, read.problems().all());
        }
        PackedLayers layers = new PackedLayers(sizes(read.scene().view().size()));
        Scene scene = new ScenePacker(read, layers, limits, progress).pack();
        Path part = out.resolveSibling(out.getFileName() + ".new");
        try {
            PackageWriter.write(part, scene, layers.files());
            progress.accept("checking");
            List<PackageProblem> problems = new ArrayList<>(read.problems().all());
            problems.addAll(new PackageValidator(limits).check(part));
            PackReport report = new PackReport(
                    Files.size(part), layers.files().size(), scene.levels().size(), problems);
            if (report.isWritten()) {
                Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
                return report;
            }
            return new PackReport(0, 0, 0, problems);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** The sizes of a pyramid, the full size first. */
    static List<Size> sizes(Size full) {
        List<Size> sizes = new ArrayList<>();
        Size size = full;
        sizes.add(size);
        while (Math.max(size.width(), size.height()) > SMALLEST) {
            size = new Size((size.width() + 1) / 2, (size.height() + 1) / 2);
            sizes.add(size);
        }
        return sizes;
    }
}
