package dev.vitrine.catalog.model;

import dev.vitrine.core.value.Anchor;
import dev.vitrine.core.value.Color;
import dev.vitrine.core.value.DecalSize;
import java.util.Optional;

/**
 * One row of a material data file. A field that is empty, unusable or "not specified" is absent, so that its default comes
 * from elsewhere; units are the protocol's.
 *
 * @param path the image, relative to the catalog's root path or absolute
 * @param auxPath a cabinet or window covering style file
 * @param sharpening 0 to 3
 * @param groutWidth how wide the joint between two tiles of the image is, scene units
 * @param expiration absent for the catalog's own
 * @param timeStamp milliseconds since 1970 UTC
 */
public record MaterialRecord(
        String id,
        Optional<String> path,
        Optional<String> auxPath,
        Optional<Double> resolution,
        Optional<Anchor> anchor,
        Optional<Color> color,
        Optional<Color> baseColor,
        Optional<Integer> illumination,
        Optional<Double> gloss,
        Optional<Double> roughness,
        Optional<Integer> type,
        Optional<Integer> sharpening,
        Optional<Integer> repeat,
        Optional<Integer> alignment,
        Optional<DecalSize> size,
        Optional<Double> groutWidth,
        Optional<String> renderSettings,
        Optional<Expiration> expiration,
        Optional<Long> timeStamp) {}
