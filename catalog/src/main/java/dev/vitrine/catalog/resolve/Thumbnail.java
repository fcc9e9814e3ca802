package dev.vitrine.catalog.resolve;

import dev.vitrine.catalog.model.Attributes;
import dev.vitrine.catalog.model.ImageRecord;
import dev.vitrine.catalog.model.ThumbType;
import dev.vitrine.catalog.store.Session;
import java.util.Optional;

/**
 * How thumbnails of an image are made.
 *
 * @param resolution that textures are shown at, in the units of the image's own
 */
public record Thumbnail(ThumbType type, double resolution) {
    /** By the image's record, else by the catalog that it stands in. */
    static Thumbnail of(Optional<ImageRecord> record, Session owner) {
        return new Thumbnail(
                record.flatMap(ImageRecord::thumbType).orElseGet(() -> owner.value(Attributes.THUMB_TYPE)),
                record.flatMap(ImageRecord::thumbResolution)
                        .or(() -> owner.find(Attributes.THUMB_RES))
                        .orElseGet(() -> owner.value(Attributes.RESOLUTION)));
    }
}
