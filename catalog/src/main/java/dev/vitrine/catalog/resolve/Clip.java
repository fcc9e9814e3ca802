package dev.vitrine.catalog.resolve;

import dev.vitrine.core.value.VectorPath;
import java.util.Optional;

/**
 * What of a picture is seen: what lies within one path and not within another.
 *
 * @param without counts only where there is a {@code within}
 */
public record Clip(Optional<VectorPath> within, Optional<VectorPath> without) {
    static final Clip NONE = new Clip(Optional.empty(), Optional.empty());

    /** Whether all of it is seen. */
    public boolean isNone() {
        return within.isEmpty();
    }

    Clip moved(double dx, double dy) {
        return new Clip(within.map(path -> path.moved(dx, dy)), without.map(path -> path.moved(dx, dy)));
    }
}
