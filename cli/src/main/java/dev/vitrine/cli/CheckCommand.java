package dev.vitrine.cli;

import dev.vitrine.catalog.store.CatalogSnapshot;
import dev.vitrine.render.scene.PackageProblem;
import dev.vitrine.render.scene.PackageValidator;
import dev.vitrine.server.Application;
import dev.vitrine.server.config.VitrineConfig;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vitrine check}: loads everything that the settings name, or the packages that it is given, and tells every problem. */
@Command(
        name = "check",
        description = "Load the catalogs and open their vignettes, styles, images, profiles and fonts, "
                + "or open the packages that are named, and tell everything that is wrong with them.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private ConfigOption config;

    @Parameters(
            arity = "0..*",
            paramLabel = "PACKAGE",
            description = "packages to look at instead of the catalogs, such as sofa.ovp; folders will do")
    private List<Path> packages = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        VitrineConfig settings = config.read();
        return packages.isEmpty()
                ? catalogs(new Application(settings))
                : packages(new PackageValidator(settings.renderLimits()));
    }

    private int packages(PackageValidator validator) {
        PrintWriter out = spec.commandLine().getOut();
        int errors = 0;
        int warnings = 0;
        for (Path file : packages) {
            for (PackageProblem problem : validator.check(file)) {
                out.println(file + ": " + problem);
                boolean isError = problem.severity() == PackageProblem.Severity.ERROR;
                errors += isError ? 1 : 0;
                warnings += isError ? 0 : 1;
            }
        }
        out.println(packages.size() + " packages: " + errors + " errors, " + warnings + " warnings");
        out.flush();
        return errors > 0 ? ExitCodes.PROBLEMS : ExitCodes.DONE;
    }

    private int catalogs(Application application) {
        CatalogSnapshot catalogs = application.catalogs().snapshot();
        PrintWriter out = spec.commandLine().getOut();
        CatalogCheck check = new CatalogCheck(
                application, out::println, Progress.to(spec.commandLine().getErr()), System::nanoTime);
        check.check(application.images().snapshot());
        check.check(catalogs);
        out.println(catalogs.catalogs().size() + " catalogs, " + check.summary());
        out.flush();
        return check.hasErrors() ? ExitCodes.PROBLEMS : ExitCodes.DONE;
    }
}
