package dev.vitrine.catalog.resolve;

import dev.vitrine.core.value.MaskUse;
import dev.vitrine.core.value.Measure;
import dev.vitrine.core.value.TextAttributes;
import java.util.Optional;

/** What a layer shows. */
public sealed interface LayerContent {
    /**
     * A picture.
     *
     * @param mask whose gray, or alpha if it has one, replaces the picture's alpha
     * @param maskUse what that, or the picture's own alpha, is good for
     * @param growth of what the mask then shows
     * @param anchor in pixels of the picture; absent for its center
     */
    record Picture(
            ImageSource source,
            Optional<ImageSource> mask,
            MaskUse maskUse,
            MaskGrowth growth,
            Optional<Measure> anchor)
            implements LayerContent {}

    /** The layer's color alone, perhaps cut out by a mask. */
    record Solid(Optional<ImageSource> mask, MaskUse maskUse, MaskGrowth growth) implements LayerContent {}

    /**
     * Text.
     *
     * @param rtf RTF; plain text is RTF without commands
     * @param precise whether the text stays where the box begins, and point text hangs on its anchor ({@code textPs=})
     * @param angle of its lines, in degrees clockwise; for {@code precise} text alone
     * @param legible whether the text may be larger than asked for, so that it can be read in a small picture, and smaller,
     *     so that it fits its box
     */
    record Text(String rtf, boolean precise, double angle, TextAttributes attributes, FontFiles fonts, boolean legible)
            implements LayerContent {
        Text keptLegible() {
            return new Text(rtf, precise, angle, attributes, fonts, true);
        }
    }
}
