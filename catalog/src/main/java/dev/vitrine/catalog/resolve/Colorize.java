package dev.vitrine.catalog.resolve;

import dev.vitrine.core.value.Color;

/** Recolors a texture: {@code base} is subtracted from every pixel and {@code color} added, then clipped. */
public record Colorize(Color base, Color color) {}
