package dev.vitrine.core.value;

import java.util.OptionalDouble;

/** The grout of a tile: its color, and its width in scene units where given ({@code grout=}). */
public record Grout(Color color, OptionalDouble width) {}
