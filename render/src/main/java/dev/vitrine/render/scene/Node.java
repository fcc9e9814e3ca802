package dev.vitrine.render.scene;

/** A group or an object of the vignette's tree. */
public sealed interface Node permits Group, SceneObject {
    /** As the author spelled it. */
    String name();
}
