package dev.vitrine.catalog.resolve;

import dev.vitrine.catalog.model.Attributes;
import dev.vitrine.catalog.model.PixelBox;
import dev.vitrine.catalog.model.ThumbType;
import dev.vitrine.catalog.store.Session;
import dev.vitrine.core.value.Fit;
import dev.vitrine.core.value.RealPair;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What {@code req=tmb} has in place of the values of a view: the catalog says how thumbnails look. */
final class ThumbnailView {
    private ThumbnailView() {}

    static Fit fit(Optional<ServedObject> served) {
        ThumbType type = served.map(object -> object.thumbnail().type()).orElse(ThumbType.FIT);
        return new Fit(type == ThumbType.CROP ? Fit.Mode.CROP : Fit.Mode.FIT, true);
    }

    static RealPair align(Session session) {
        return new RealPair(
                session.value(Attributes.THUMB_HORIZ_ALIGN) - 2.0, session.value(Attributes.THUMB_VERT_ALIGN) - 2.0);
    }

    /** The size of a thumbnail: what is not asked for comes from the catalog, unless that leaves it free. */
    static ScaleRequest scale(ScaleRequest asked, PixelBox box, Optional<ServedObject> served) {
        OptionalDouble inverse = served.filter(object -> object.thumbnail().type() == ThumbType.TEXTURE)
                .map(object -> OptionalDouble.of(
                        object.resolution() / object.thumbnail().resolution()))
                .orElse(asked.inverseScale());
        return new ScaleRequest(
                side(asked.width(), box.width()),
                side(asked.height(), box.height()),
                inverse,
                OptionalInt.empty(),
                OptionalInt.empty(),
                asked.most());
    }

    private static OptionalInt side(OptionalInt asked, int fallback) {
        return asked.isPresent() || fallback == 0 ? asked : OptionalInt.of(fallback);
    }
}
