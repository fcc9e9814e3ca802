package dev.vitrine.cli;

import dev.vitrine.catalog.model.MaterialRecord;
import dev.vitrine.catalog.model.VignetteRecord;
import dev.vitrine.catalog.resolve.SourceFile;
import dev.vitrine.catalog.resolve.SourcePaths;
import dev.vitrine.catalog.resolve.SourcePaths.Use;
import dev.vitrine.catalog.store.CatalogSnapshot;
import dev.vitrine.catalog.store.Session;
import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.Failures;
import dev.vitrine.render.codec.Decoder;
import dev.vitrine.render.codec.SourceBytes;
import dev.vitrine.render.limit.RenderLimits;
import dev.vitrine.render.scene.PackageProblem;
import dev.vitrine.render.scene.PackageValidator;
import dev.vitrine.server.Application;
import dev.vitrine.server.config.VitrineConfig;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code vitrine check}: loads everything that the settings name and tells every problem. */
@Command(
        name = "check",
        description =
                "Load the catalogs and open their vignettes, styles and material images, and tell everything that is wrong with them.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private ConfigOption config;

    @Spec
    private CommandSpec spec;

    private int errors;
    private int warnings;
    private int vignettes;
    private int styles;
    private int images;
    private RenderLimits limits;

    @Override
    public Integer call() throws Exception {
        VitrineConfig settings = config.read();
        limits = settings.renderLimits();
        PackageValidator validator = new PackageValidator(limits);
        SourcePaths paths = new SourcePaths(settings.resourceRoots());
        CatalogSnapshot snapshot = new Application(settings).catalogs().snapshot();
        snapshot.problems().forEach(problem -> tell(problem.isError(), problem.toString()));
        sessions(snapshot).forEach(session -> check(session, paths, validator));
        PrintWriter out = spec.commandLine().getOut();
        out.println(snapshot.catalogs().size() + " catalogs, " + vignettes + " vignettes, " + styles + " styles and "
                + images + " images: "
                + errors + " errors, " + warnings + " warnings");
        out.flush();
        return errors == 0 ? ExitCodes.DONE : ExitCodes.PROBLEMS;
    }

    private static List<Session> sessions(CatalogSnapshot snapshot) {
        return Stream.concat(
                        Stream.of(snapshot.defaultSession()),
                        snapshot.catalogs().keySet().stream().sorted().map(snapshot::session))
                .toList();
    }

    private void check(Session session, SourcePaths paths, PackageValidator validator) {
        for (VignetteRecord record : session.catalog().vignettes().values()) {
            record.path().ifPresent(path -> {
                vignettes++;
                check(session, session.id() + "/" + record.id(), path, Use.VIGNETTE, paths, validator);
            });
        }
        for (MaterialRecord record : session.catalog().materials().values()) {
            record.path().ifPresent(path -> {
                images++;
                checkImage(session, session.id() + "/" + record.id(), path, paths);
            });
            record.auxPath().ifPresent(path -> {
                styles++;
                check(session, session.id() + "/" + record.id(), path, Use.MATERIAL, paths, validator);
            });
        }
    }

    private void check(
            Session session, String name, String path, Use use, SourcePaths paths, PackageValidator validator) {
        try {
            SourceFile file = paths.findRecorded(session, path, use).orElseThrow(() -> Failures.sourceMissing(path));
            for (PackageProblem problem : validator.check(file.path())) {
                tell(problem.severity() == PackageProblem.Severity.ERROR, name + ": " + problem);
            }
        } catch (FailureException e) {
            tell(true, name + ": error: " + e.failure().message());
        }
    }

    /** That the file is there, and that its header is that of an image. */
    private void checkImage(Session session, String name, String path, SourcePaths paths) {
        try {
            SourceFile file =
                    paths.findRecorded(session, path, Use.MATERIAL).orElseThrow(() -> Failures.sourceMissing(path));
            new Decoder(limits.maxSourcePixels()).size(SourceBytes.read(file, limits.maxPackageBytes()));
        } catch (FailureException e) {
            tell(true, name + ": error: " + e.failure().message());
        }
    }

    private void tell(boolean isError, String line) {
        errors += isError ? 1 : 0;
        warnings += isError ? 0 : 1;
        spec.commandLine().getOut().println(line);
    }
}
