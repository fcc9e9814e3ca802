/**
 * From a material's color and the light to the color that is seen. {@link dev.vitrine.render.shade.ShadingKernel} is the
 * model's core, {@link dev.vitrine.render.shade.Shader} what a scene's author and {@code rs=} may bend about it;
 * {@link dev.vitrine.render.shade.ShadingTable} computes the same from tables and is what draws.
 */
package dev.vitrine.render.shade;
