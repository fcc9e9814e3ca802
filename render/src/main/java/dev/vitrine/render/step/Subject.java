package dev.vitrine.render.step;

import dev.vitrine.render.scene.Illumination;
import dev.vitrine.render.scene.SceneObject;
import dev.vitrine.render.shade.LightChoice;
import java.util.List;

/**
 * The object that a step is about.
 *
 * @param path from the root, in the author's spelling
 * @param lights the illumination maps that apply to it: its own, else the view's; at least one
 */
public record Subject(String path, SceneObject object, List<Illumination> lights) {
    public Subject {
        lights = List.copyOf(lights);
    }

    /** The light that the original look was seen under. */
    public Illumination firstLight() {
        return LightChoice.among(lights, -1, -1);
    }

    public boolean isOverlap() {
        return object.overlap().isPresent();
    }
}
