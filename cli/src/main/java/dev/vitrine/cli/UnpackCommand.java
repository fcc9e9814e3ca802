package dev.vitrine.cli;

import dev.vitrine.catalog.resolve.SourceFile;
import dev.vitrine.render.cache.ByteBoundedCache;
import dev.vitrine.render.limit.RenderLimits;
import dev.vitrine.render.scene.SceneStore;
import dev.vitrine.render.scene.Unpacker;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vitrine unpack}: takes a package apart, to be changed and packed again. */
@Command(
        name = "unpack",
        description =
                "Take a package apart into scene.yaml (or style.yaml) and its layers, to be changed and packed again.",
        mixinStandardHelpOptions = true)
final class UnpackCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "PACKAGE", description = "such as sofa.ovp")
    private Path source;

    @Parameters(index = "1", paramLabel = "FOLDER", description = "an empty folder, or one to be made")
    private Path folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        RenderLimits limits = RenderLimits.standard();
        SceneStore store = new SceneStore(limits, new ByteBoundedCache(limits.cacheBytes()));
        SourceFile file = Sources.file(source);
        Unpacker unpacker = new Unpacker(limits);
        int files = store.isStyle(file)
                ? unpacker.unpack(store.openStyle(file), folder)
                : unpacker.unpack(store.open(file), folder);
        spec.commandLine().getErr().println(folder + ": " + files + " files");
        spec.commandLine().getErr().flush();
        return ExitCodes.DONE;
    }
}
