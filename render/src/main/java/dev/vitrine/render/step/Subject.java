package dev.vitrine.render.step;

import dev.vitrine.render.scene.Illumination;
import dev.vitrine.render.scene.Original;
import dev.vitrine.render.scene.SceneObject;
import dev.vitrine.render.shade.LightChoice;
import dev.vitrine.render.shade.Sheen;
import java.util.List;
import java.util.Optional;

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

    /** How the original surface shines. */
    public Sheen originalSheen() {
        double gloss = object.original()
                .flatMap(o -> o.gloss().isPresent() ? Optional.of(o.gloss().getAsDouble()) : Optional.empty())
                .orElse(firstLight().gloss());
        return new Sheen(object.original().map(Original::type).orElse(0), gloss, Sheen.USUAL_ROUGHNESS);
    }

    public boolean isOverlap() {
        return object.overlap().isPresent();
    }
}
