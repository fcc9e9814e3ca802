package dev.vitrine.render.scene;

import dev.vitrine.core.value.Color;
import java.util.OptionalDouble;

/**
 * What the photo shows on an object: re-applying it gives the photo back.
 *
 * @param residual keep what the one-color model misses ({@code residual: auto}), so that identity is exact
 * @param gloss of the original surface, 0 to 100
 * @param type of the original surface, 0 to 19
 */
public record Original(Color baseColor, boolean residual, OptionalDouble gloss, int type) {}
