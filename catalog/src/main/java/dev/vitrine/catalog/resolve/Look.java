package dev.vitrine.catalog.resolve;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.List;
import java.util.Optional;

/**
 * How a material takes the light.
 *
 * @param illumination the map it prefers, 0 to 2, or -1 for the choice by gloss
 * @param gloss 0 to 100, or -1 for the map's own reference
 * @param roughness 0 to 100, or -1 for the default
 * @param type the protocol's surface type, 0 to 19
 * @param opacity 0 to 100
 * @param sharpening 0 none, 1 after the transform, 2 before it, 3 both
 * @param settings {@code rs=} strings, the strongest first; a letter missing in one is looked for in the next
 * @param glossMap varies the gloss per texel
 */
public record Look(
        int illumination,
        double gloss,
        double roughness,
        int type,
        double opacity,
        int sharpening,
        List<String> settings,
        Optional<ImageSource> glossMap) {
    public Look {
        settings = List.copyOf(settings);
        checkArgument(illumination >= -1 && illumination <= 2, "illumination %s", illumination);
        checkArgument(opacity >= 0 && opacity <= 100, "opacity %s", opacity);
    }
}
