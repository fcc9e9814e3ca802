package dev.vitrine.render.scene;

import dev.vitrine.render.limit.RenderLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Puts a package in its place once it has been checked, and only if it is sound. */
record CheckedPackage(RenderLimits limits, Consumer<String> progress) {
    /** @param before problems met on the way here */
    PackReport write(Path out, byte[] manifest, PackedLayers layers, Problems before) throws IOException {
        Path part = out.resolveSibling(out.getFileName() + ".new");
        try {
            PackageWriter.write(part, manifest, layers.files());
            progress.accept("checking");
            List<PackageProblem> problems = new ArrayList<>(before.all());
            problems.addAll(new PackageValidator(limits).check(part));
            PackReport report = new PackReport(
                    Files.size(part), layers.files().size(), layers.sizes().size(), problems);
            if (report.isWritten()) {
                Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
                return report;
            }
            return new PackReport(0, 0, 0, problems);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
