package dev.vitrine.render.scene;

/**
 * A raster of a package and its place in the view.
 *
 * @param file the entry's path within the package
 * @param x view column of its left edge, in pixels of the full-size view
 * @param y view row of its top edge
 * @param channel which channel to read, from 0; -1 for all (or the only one)
 * @param fill value outside the raster, 0 to 1
 */
public record Layer(String file, int x, int y, int channel, double fill) {}
