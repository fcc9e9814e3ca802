package dev.vitrine.catalog.resolve;

import dev.vitrine.core.value.Measure;
import dev.vitrine.core.value.TextAttributes;
import java.util.Optional;

/** What a layer shows. */
public sealed interface LayerContent {
    /**
     * A picture.
     *
     * @param mask whose gray, or alpha if it has one, replaces the picture's alpha
     * @param anchor in pixels of the picture; absent for its center
     * @param resolution of the object at full size, for {@code res=}
     */
    record Picture(ImageSource source, Optional<ImageSource> mask, Optional<Measure> anchor, double resolution)
            implements LayerContent {}

    /** The layer's color alone, perhaps cut out by a mask. */
    record Solid(Optional<ImageSource> mask) implements LayerContent {}

    /**
     * Text.
     *
     * @param rtf RTF; plain text is RTF without commands
     * @param legible whether the text may be larger than asked for, so that it can be read in a small picture, and smaller,
     *     so that it fits its box
     */
    record Text(String rtf, TextAttributes attributes, FontFiles fonts, boolean legible) implements LayerContent {}
}
