package dev.vitrine.render.scene;

import dev.vitrine.render.limit.RenderLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Packs a style as it is: the manifest as JSON, and every file that it uses. */
final class StylePacker {
    private final RenderLimits limits;

    StylePacker(RenderLimits limits) {
        this.limits = limits;
    }

    /** Nothing is written if the report lists errors. */
    PackReport pack(ObjectNode tree, PackageFiles files, Path out, Consumer<String> progress) throws IOException {
        Problems problems = new Problems();
        Style style = new StyleReader(files.name(), limits).read(tree, problems);
        progress.accept("style " + style.title());
        if (!problems.hasErrors()) {
            new StyleCheck(style, files, limits, problems).run();
        }
        if (problems.hasErrors()) {
            return new PackReport(0, 0, 0, problems.all());
        }
        Map<String, byte[]> packed = new TreeMap<>();
        style.files().forEach(file -> packed.put(file, files.read(file)));
        return write(tree, packed, out, problems, progress);
    }

    /** Writes a package of these files, checks it and puts it in its place; nothing if there are errors. */
    PackReport write(
            ObjectNode tree, Map<String, byte[]> packed, Path out, Problems problems, Consumer<String> progress)
            throws IOException {
        byte[] manifest = JsonMapper.builder()
                .enable(tools.jackson.databind.SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsBytes(tree);
        Path part = out.resolveSibling(out.getFileName() + ".new");
        try {
            PackageWriter.write(part, manifest, packed);
            progress.accept("checking");
            List<PackageProblem> all = new ArrayList<>(problems.all());
            new PackageValidator(limits)
                    .check(part).stream()
                            .filter(problem -> !all.contains(problem))
                            .forEach(all::add);
            PackReport report = new PackReport(Files.size(part), packed.size(), 1, all);
            if (report.isWritten()) {
                Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
                return report;
            }
            return new PackReport(0, 0, 0, all);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
