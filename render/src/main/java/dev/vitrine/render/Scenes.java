package dev.vitrine.render;

import dev.vitrine.catalog.resolve.SourceFile;
import dev.vitrine.render.scene.Scene;
import dev.vitrine.render.scene.SceneRasters;

/** Where the engine gets scenes. */
interface Scenes {
    /** A scene, read when it is first asked for, then perhaps kept. */
    Open open(SourceFile file);

    /** A scene whose pixels can be had. */
    interface Open {
        Scene scene();

        /** The pixels of one level, 0 for full size. */
        SceneRasters rasters(int level);
    }
}
