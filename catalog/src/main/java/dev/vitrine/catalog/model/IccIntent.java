package dev.vitrine.catalog.model;

import dev.vitrine.core.value.IccRequest.Intent;
import java.util.Optional;

/**
 * {@code IccRenderIntent}: how colors are converted where {@code icc=} does not say.
 *
 * @param intent absent for the one that the output profile itself calls its default
 */
public record IccIntent(Optional<Intent> intent) {
    /** What holds where the attribute is empty, or nowhere defined. */
    public static final IccIntent RELATIVE = new IccIntent(Optional.of(Intent.RELATIVE));

    public static final IccIntent OF_PROFILE = new IccIntent(Optional.empty());

    /** 0 to 3 as the protocol numbers the intents; empty is relative colorimetric, and all else the profile's own. */
    static Optional<IccIntent> read(String text) {
        return Optional.of(
                switch (text) {
                    case "0" -> new IccIntent(Optional.of(Intent.PERCEPTUAL));
                    case "1", "" -> RELATIVE;
                    case "2" -> new IccIntent(Optional.of(Intent.SATURATION));
                    case "3" -> new IccIntent(Optional.of(Intent.ABSOLUTE));
                    default -> OF_PROFILE;
                });
    }
}
