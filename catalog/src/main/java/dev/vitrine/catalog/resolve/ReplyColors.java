package dev.vitrine.catalog.resolve;

import dev.vitrine.core.value.IccRequest.Intent;
import java.util.Optional;

/**
 * In which colors a reply is made.
 *
 * @param working the color space of pictures that bring none; without it they are not color-managed
 * @param output the profile of the reply: the one that {@code icc=} names, else the catalog's for the reply's pixel type
 * @param asked whether {@code icc=} named it
 * @param intent how colors are converted; absent for the way that the output profile itself prefers
 * @param blackPoint whether black is led to black
 * @param embedded whether the reply carries its profile
 */
public record ReplyColors(
        Optional<ProfileSource> working,
        Optional<ProfileSource> output,
        boolean asked,
        Optional<Intent> intent,
        boolean blackPoint,
        boolean embedded) {
    /** Nothing is converted, and no profile embedded. */
    public static final ReplyColors PLAIN =
            new ReplyColors(Optional.empty(), Optional.empty(), false, Optional.of(Intent.RELATIVE), false, false);
}
