package dev.vitrine.render.scene;

import static com.google.common.base.Preconditions.checkArgument;

import dev.vitrine.render.cache.ByteBoundedCache;
import dev.vitrine.render.codec.Decoder;
import dev.vitrine.render.codec.SourceBytes;

/** A scene at work: what its manifest says, and the way to its pixels. Holds no file open; safe for many threads. */
public final class OpenScene {
    private final Scene scene;
    private final PackageFiles files;
    private final Decoder decoder;
    private final ByteBoundedCache cache;

    OpenScene(Scene scene, PackageFiles files, Decoder decoder, ByteBoundedCache cache) {
        this.scene = scene;
        this.files = files;
        this.decoder = decoder;
        this.cache = cache;
    }

    public Scene scene() {
        return scene;
    }

    /** Changes whenever the package's content may have changed. */
    public String identity() {
        return files.identity();
    }

    /** The pixels of one level of the pyramid, 0 for the full size. */
    public SceneRasters rasters(int level) {
        checkArgument(level >= 0 && level < scene.levels().size(), "level %s", level);
        return new LevelRasters(scene, level, files, decoder, cache);
    }

    /** A file of the package: an embedded material's image, a profile. */
    public SourceBytes file(String path) {
        return files.source(path);
    }

    PackageFiles files() {
        return files;
    }
}
