/**
 * Pictures and figures by which an author judges a scene: what its masks, light and colors are, and how well they explain the
 * photograph. Start at {@link dev.vitrine.render.proof.SceneProof}.
 */
package dev.vitrine.render.proof;
