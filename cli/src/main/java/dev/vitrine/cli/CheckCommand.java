package dev.vitrine.cli;

import dev.vitrine.catalog.resolve.SourcePaths;
import dev.vitrine.catalog.store.CatalogSnapshot;
import dev.vitrine.server.Application;
import dev.vitrine.server.config.VitrineConfig;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code vitrine check}: loads everything that the settings name and tells every problem. */
@Command(
        name = "check",
        description = "Load the catalogs and open their vignettes, styles, images, profiles and fonts, "
                + "and tell everything that is wrong with them.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private ConfigOption config;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        VitrineConfig settings = config.read();
        Application application = new Application(settings);
        CatalogSnapshot catalogs = application.catalogs().snapshot();
        PrintWriter out = spec.commandLine().getOut();
        CatalogCheck check = new CatalogCheck(
                new SourcePaths(settings.resourceRoots()),
                settings.renderLimits(),
                out::println,
                Progress.to(spec.commandLine().getErr()),
                System::nanoTime);
        check.check(catalogs);
        check.check(application.images().snapshot());
        out.println(catalogs.catalogs().size() + " catalogs, " + check.summary());
        out.flush();
        return check.hasErrors() ? ExitCodes.PROBLEMS : ExitCodes.DONE;
    }
}
