/**
 * Pictures at another size. A {@link dev.vitrine.render.resample.Kernel} says how a filter weighs its neighbours,
 * {@link dev.vitrine.render.resample.Weights} work that out for one pair of lengths, and
 * {@link dev.vitrine.render.resample.TileScaler} applies it along columns and rows for {@link dev.vitrine.render.resample.Resampler}.
 */
package dev.vitrine.render.resample;
