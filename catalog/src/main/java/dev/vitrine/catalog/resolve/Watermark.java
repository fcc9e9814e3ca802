package dev.vitrine.catalog.resolve;

import dev.vitrine.core.value.BlendMode;
import dev.vitrine.core.value.Measure;
import dev.vitrine.core.value.RealPair;
import java.util.Optional;

/**
 * A picture that a catalog lays over every reply.
 *
 * @param size the box it fits into, in shares of the composite; absent for its own size
 * @param align where it lies, each from -1 (left, top) to 1
 */
public record Watermark(ResolvedServing picture, Optional<Measure> size, RealPair align, BlendMode blend) {}
