/**
 * What a render does, in order: one record per operation, all in the form of {@link dev.vitrine.render.step.Step}. A
 * {@link dev.vitrine.render.step.RenderPlan} is the list of them with everything around it; a
 * {@link dev.vitrine.render.step.Renderer} carries it out.
 */
package dev.vitrine.render.step;
