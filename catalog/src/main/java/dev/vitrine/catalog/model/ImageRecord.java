package dev.vitrine.catalog.model;

import dev.vitrine.core.value.Measure;
import java.util.Optional;

/**
 * One row of the image data of an image catalog.
 *
 * @param path the image file; a template has none
 * @param maskPath a file whose gray is the image's mask
 * @param modifier commands that lose against those of the request
 * @param postModifier commands that win over those of the request
 * @param resolution of the object, in the units that {@code res=} uses
 * @param anchor in pixels of the image
 * @param printResolution dots per inch
 * @param thumbResolution that thumbnails of a texture are shown at, in the units of {@code resolution}
 * @param timeStamp milliseconds since 1970 UTC
 */
public record ImageRecord(
        String id,
        Optional<String> path,
        Optional<String> maskPath,
        Optional<String> modifier,
        Optional<String> postModifier,
        Optional<Double> resolution,
        Optional<Measure> anchor,
        Optional<Double> printResolution,
        Optional<ThumbType> thumbType,
        Optional<Double> thumbResolution,
        Optional<String> userData,
        Optional<Expiration> expiration,
        Optional<Long> timeStamp) {}
