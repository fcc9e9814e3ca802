package dev.vitrine.render.scene;

/**
 * One illumination map.
 *
 * @param slot 0 to 2 for A to C
 * @param gloss the gloss it was made for, 0 to 100
 */
public record Illumination(int slot, Layer layer, double gloss) {}
