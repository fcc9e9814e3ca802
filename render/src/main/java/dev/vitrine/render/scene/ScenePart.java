package dev.vitrine.render.scene;

/** A part of a scene's pixels that is read by itself. */
public sealed interface ScenePart {
    record Coverage(Layer layer) implements ScenePart {}

    record Light(Layer layer) implements ScenePart {}

    /** With alpha; the view is one too. */
    record Picture(Layer layer) implements ScenePart {}

    /** Of a UV map or a mesh. */
    record Surface(Geometry geometry) implements ScenePart {}
}
