package dev.vitrine.render.codec;

import dev.vitrine.core.value.PixelType;
import java.util.Optional;
import java.util.function.Supplier;

/** Which way the colors of pictures go while they are decoded. */
@FunctionalInterface
public interface ColorWay {
    /** Colors stay as they were stored. */
    ColorWay NONE = (type, embedded) -> Optional.empty();

    /**
     * The conversion to RGB for a picture; without one gray and RGB stay as they are, and ink is made light by the plain
     * formula.
     *
     * @param embedded finds the file's own profile, whatever it is a profile of
     */
    Optional<ColorGrid> of(PixelType type, Supplier<Optional<IccProfile>> embedded);
}
