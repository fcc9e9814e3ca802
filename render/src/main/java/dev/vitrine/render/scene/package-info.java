/**
 * The open vignette package: what a scene is made of, and how it is read and written. {@link dev.vitrine.render.scene.Scene}
 * is the manifest, {@link dev.vitrine.render.scene.SceneRasters} the pixels.
 */
package dev.vitrine.render.scene;
