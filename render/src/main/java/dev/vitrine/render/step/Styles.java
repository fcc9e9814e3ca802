package dev.vitrine.render.step;

import dev.vitrine.catalog.resolve.SourceFile;
import dev.vitrine.render.scene.Scene;
import dev.vitrine.render.scene.SceneRasters;

/** Where steps get the window coverings of style packages. */
public interface Styles {
    /** The scene that a variant is. */
    Scene scene(SourceFile style, String variant);

    /** Its pixels. */
    SceneRasters rasters(SourceFile style, String variant);
}
