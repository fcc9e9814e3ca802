package dev.vitrine.catalog.resolve;

import com.google.common.collect.ImmutableMap;
import dev.vitrine.core.value.IccRequest.Intent;
import dev.vitrine.core.value.PixelType;
import java.util.Map;
import java.util.Optional;

/**
 * Which colors the samples of an image file mean, and how they are brought into another space. The profile that a file embeds
 * comes first.
 *
 * @param into the space that the picture is brought into; absent for materials, where the scene says it
 * @param assumed by pixel type, the profile of files that embed none: the catalog's {@code IccProfileSrc…}, else its
 *     {@code IccProfile…}
 * @param intent absent for the one that the file's profile calls its default
 * @param blackPoint whether black is led to black
 */
public record SourceColors(
        Optional<ProfileSource> into,
        Map<PixelType, ProfileSource> assumed,
        Optional<Intent> intent,
        boolean blackPoint) {
    public SourceColors {
        assumed = ImmutableMap.copyOf(assumed);
    }

    /** The same, of a picture that is brought into this space. */
    SourceColors into(Optional<ProfileSource> space) {
        return new SourceColors(space, assumed, intent, blackPoint);
    }

    /** One line: part of the key of every reply made of such files. */
    @Override
    public String toString() {
        String how = intent.map(Intent::toString).orElse("own intent") + (blackPoint ? ", black point" : "");
        return how
                + (assumed.isEmpty() ? "" : ", " + assumed)
                + into.map(space -> ", into " + space).orElse("");
    }
}
