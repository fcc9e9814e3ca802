package dev.vitrine.render.scene;

import java.util.List;
import java.util.Map;

/**
 * A vignette as its manifest tells it: everything but the pixels.
 *
 * @param version the author's version number
 * @param units of surface coordinates, informative
 * @param glossEffects whether gloss varies the contrast of the light
 * @param illumination at least one map, by slot
 * @param materials embedded in the package, in order
 * @param root the tree
 * @param levels the pyramid, from full size down; the first is the full size
 */
public record Scene(
        String title,
        int version,
        String units,
        View view,
        boolean glossEffects,
        List<Illumination> illumination,
        Shading shading,
        Shine shine,
        List<EmbeddedMaterial> materials,
        Group root,
        List<Level> levels) {
    public Scene {
        illumination = List.copyOf(illumination);
        materials = List.copyOf(materials);
        levels = List.copyOf(levels);
    }

    /**
     * One size of the scene.
     *
     * @param layers which raster stands in for a full-size one, by the full-size one's path; what is missing is scaled down
     *     from the full size when it is needed
     */
    public record Level(int width, int height, Map<String, Layer> layers) {
        public Level {
            layers = Map.copyOf(layers);
        }
    }
}
