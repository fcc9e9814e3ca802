package dev.vitrine.render;

import dev.vitrine.catalog.resolve.SourceFile;
import dev.vitrine.render.scene.Scene;
import dev.vitrine.render.scene.SceneRasters;
import dev.vitrine.render.scene.SceneStore;
import dev.vitrine.render.step.Styles;

/** Window coverings, as their packages hold them. */
record StyleRasters(SceneStore store) implements Styles {
    @Override
    public Scene scene(SourceFile style, String variant) {
        return store.openStyle(style).scene(variant);
    }

    @Override
    public SceneRasters rasters(SourceFile style, String variant) {
        return store.openStyle(style).rasters(variant);
    }
}
