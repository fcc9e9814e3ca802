package dev.vitrine.render.codec;

import java.util.Optional;

/**
 * What becomes of a picture's colors on its way into a file.
 *
 * @param grid the conversion; without one only the plain formulas are applied, where the pixel type differs
 * @param embedded the profile that the file names as its own
 */
public record ColorOutput(Optional<ColorGrid> grid, Optional<IccProfile> embedded) {
    /** No profile has any part in it. */
    public static final ColorOutput PLAIN = new ColorOutput(Optional.empty(), Optional.empty());
}
