/**
 * From what is meant to what will be done. {@link dev.vitrine.render.plan.RenderPlanner} walks through a request's segments
 * with a {@link dev.vitrine.render.plan.SelectionState}, works out sizes with {@link dev.vitrine.render.plan.Sizing}, and
 * writes a {@link dev.vitrine.render.step.RenderPlan}.
 */
package dev.vitrine.render.plan;
