package dev.vitrine.render.scene;

import dev.vitrine.core.failure.Failures;
import dev.vitrine.render.cache.ByteBoundedCache;
import dev.vitrine.render.codec.Decoder;
import dev.vitrine.render.pixel.PixelBuffer;

/** A style at work: what its manifest says, and the way to its pixels. Holds no file open; safe for many threads. */
public final class OpenStyle {
    private final Style style;
    private final PackageFiles files;
    private final Decoder decoder;
    private final ByteBoundedCache cache;

    OpenStyle(Style style, PackageFiles files, Decoder decoder, ByteBoundedCache cache) {
        this.style = style;
        this.files = files;
        this.decoder = decoder;
        this.cache = cache;
    }

    public Style style() {
        return style;
    }

    PackageFiles files() {
        return files;
    }

    /** A picture of the package, decoded anew. */
    public PixelBuffer picture(String file) {
        return decoder.picture(files.source(file));
    }

    /** The scene that a variant of a window covering is. */
    public Scene scene(String variant) {
        return window(variant).scene(variant);
    }

    /** Its pixels. */
    public SceneRasters rasters(String variant) {
        return new LevelRasters(scene(variant), 0, files, decoder, cache);
    }

    private WindowStyle window(String variant) {
        if (style instanceof WindowStyle window && window.variants().containsKey(variant)) {
            return window;
        }
        throw Failures.sourceDamaged(files.name(), "it was replaced while it was read");
    }
}
