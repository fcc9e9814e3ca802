package dev.vitrine.render.step;

import static com.google.common.base.Preconditions.checkArgument;

import dev.vitrine.render.shade.Lighting;
import java.util.List;

/**
 * A picture that varies the gloss of another one from texel to texel: black for the gloss that the light was authored for,
 * white for the gloss that was asked for. It has the other one's size.
 *
 * @param lights how the finish takes the light where the picture is black, at every eighth of the way, where it is white
 */
public record GlossMap(Picture picture, List<Lighting> lights) {
    /** Steps from black to white. Between two of them light is straight, well within half a level. */
    public static final int STEPS = 8;

    public GlossMap {
        lights = List.copyOf(lights);
        checkArgument(lights.size() == STEPS + 1, "%s lights", lights.size());
    }

    /** Whether the map changes what light does; reflections it always changes. */
    boolean changesLight() {
        return lights.stream().distinct().count() > 1;
    }

    String text() {
        return " gloss by " + picture.text();
    }
}
