package dev.vitrine.catalog.resolve;

import static com.google.common.base.Preconditions.checkArgument;

import dev.vitrine.core.value.Color;

/**
 * New grout between the tiles of a texture. Widths are those of the whole joint between two tiles, half of it on each edge of
 * the image; scene units.
 *
 * @param authored the joint that the image shows, which the new one replaces; 0 for none
 */
public record Grouting(Color color, double width, double authored) {
    public Grouting {
        checkArgument(width >= 0 && authored >= 0, "grout %s, %s", width, authored);
    }
}
