package dev.vitrine.render.resample;

import dev.vitrine.render.pixel.Pieces;
import dev.vitrine.render.pixel.PixelBuffer;
import java.util.Optional;

/**
 * A reply, and where it may differ from the developed photograph if that is known.
 *
 * @param pixels perhaps shared, so not to be written to
 * @param changed holds all pixels that differ; the picture is opaque then
 */
public record Developed(PixelBuffer pixels, Optional<Pieces> changed) {}
