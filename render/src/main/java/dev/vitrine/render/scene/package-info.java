/**
 * The open vignette package: what a scene is made of, and how it is read and written. {@link dev.vitrine.render.scene.Scene}
 * is the manifest, {@link dev.vitrine.render.scene.SceneRasters} the pixels. Start at {@link dev.vitrine.render.scene.SceneStore}
 * for reading and at {@link dev.vitrine.render.scene.Packer} for making packages.
 */
package dev.vitrine.render.scene;
