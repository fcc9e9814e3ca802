package dev.vitrine.render.scene;

import dev.vitrine.catalog.resolve.SourceFile;
import dev.vitrine.core.failure.Failures;
import dev.vitrine.render.cache.ByteBoundedCache;
import dev.vitrine.render.codec.Decoder;
import dev.vitrine.render.limit.RenderLimits;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Opens vignette and style packages. Manifests and rasters are kept in the cache it is given, under the state of their file: a replaced
 * file is another package, and its old pixels fade from the cache. Safe for many threads.
 */
public final class SceneStore {
    private static final int TREE_PER_BYTE = 6;

    private final RenderLimits limits;
    private final ByteBoundedCache cache;
    private final Decoder decoder;

    public SceneStore(RenderLimits limits, ByteBoundedCache cache) {
        this.limits = limits;
        this.cache = cache;
        this.decoder = new Decoder(limits.maxSourcePixels());
    }

    private record Opened(OpenScene scene, long manifestBytes) {}

    private record SceneKey(String identity) implements ByteBoundedCache.Key<Opened> {
        @Override
        public long bytes(Opened opened) {
            return TREE_PER_BYTE * opened.manifestBytes();
        }
    }

    /**
     * The package in a file, as the file is now: should it have changed since it was found, the new one counts.
     *
     * <p>Fails with {@code SOURCE_MISSING}, {@code SOURCE_DAMAGED}, {@code SOURCE_UNSUPPORTED} or {@code SOURCE_TOO_LARGE}.
     */
    public OpenScene open(SourceFile file) {
        return open(file.name(), file.path());
    }

    OpenScene open(String name, Path path) {
        if (Files.isDirectory(path)) {
            PackageFiles folder = PackageFiles.open(name, path, limits);
            return cache.get(new SceneKey(folder.identity()), () -> read(folder))
                    .scene();
        }
        String identity = ZipPackage.identity(name, path);
        return cache.get(new SceneKey(identity), () -> read(PackageFiles.open(name, path, limits)))
                .scene();
    }

    /** Whether the package in a file is a style rather than a scene; fails as {@link #open} does. */
    public boolean isStyle(SourceFile file) {
        PackageFiles files = PackageFiles.open(file.name(), file.path(), limits);
        return StyleReader.isStyle(new ManifestText(limits).json(files.name(), files.manifest()));
    }

    private record OpenedStyle(OpenStyle style, long manifestBytes) {}

    private record StyleKey(String identity) implements ByteBoundedCache.Key<OpenedStyle> {
        @Override
        public long bytes(OpenedStyle opened) {
            return TREE_PER_BYTE * opened.manifestBytes();
        }
    }

    /** The style package in a file; fails as {@link #open} does. */
    public OpenStyle openStyle(SourceFile file) {
        if (Files.isDirectory(file.path())) {
            PackageFiles folder = PackageFiles.open(file.name(), file.path(), limits);
            return cache.get(new StyleKey(folder.identity()), () -> readStyle(folder))
                    .style();
        }
        String identity = ZipPackage.identity(file.name(), file.path());
        return cache.get(new StyleKey(identity), () -> readStyle(PackageFiles.open(file.name(), file.path(), limits)))
                .style();
    }

    private OpenedStyle readStyle(PackageFiles files) {
        byte[] manifest = files.manifest();
        Problems problems = new Problems();
        Style style = new StyleReader(files.name(), limits)
                .read(new ManifestText(limits).json(files.name(), manifest), problems);
        if (problems.hasErrors()) {
            throw Failures.sourceDamaged(files.name(), problems.summary());
        }
        return new OpenedStyle(new OpenStyle(style, files, decoder, cache), manifest.length);
    }

    private Opened read(PackageFiles files) {
        byte[] manifest = files.manifest();
        Problems problems = new Problems();
        Scene scene = new ManifestReader(files.name(), limits)
                .read(new ManifestText(limits).json(files.name(), manifest), problems);
        if (problems.hasErrors()) {
            throw Failures.sourceDamaged(files.name(), problems.summary());
        }
        return new Opened(new OpenScene(scene, files, decoder, cache), manifest.length);
    }
}
