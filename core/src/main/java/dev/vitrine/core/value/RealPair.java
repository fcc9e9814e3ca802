package dev.vitrine.core.value;

/** Two real numbers, x to the right and y down, in the units of the scene unless said otherwise. */
public record RealPair(double x, double y) {}
