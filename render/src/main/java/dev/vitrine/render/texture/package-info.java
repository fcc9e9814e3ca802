/**
 * Pictures on surfaces: a {@link dev.vitrine.render.texture.MipMap} holds one at every scale, a
 * {@link dev.vitrine.render.texture.Placement} says where it lies, a {@link dev.vitrine.render.texture.Sampler} looks it up,
 * or a {@link dev.vitrine.render.texture.Lookup} of another kind that a {@link dev.vitrine.render.texture.Sampling} names.
 */
package dev.vitrine.render.texture;
