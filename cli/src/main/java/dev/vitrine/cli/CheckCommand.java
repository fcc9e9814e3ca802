package dev.vitrine.cli;

import dev.vitrine.catalog.store.CatalogSnapshot;
import dev.vitrine.server.Application;
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
        Application application = new Application(config.read());
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
