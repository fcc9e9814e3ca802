package dev.vitrine.catalog.resolve;

import dev.vitrine.catalog.model.Attributes;
import dev.vitrine.catalog.store.Session;
import java.util.Optional;

/**
 * What a catalog says of materials that say nothing themselves.
 *
 * @param resolution texture pixels per scene unit
 * @param sharpening as of {@code sharp=}
 */
public record CatalogDefaults(double resolution, int sharpening, Optional<String> renderSettings) {
    static CatalogDefaults of(Session session) {
        return new CatalogDefaults(
                session.value(Attributes.RESOLUTION),
                session.value(Attributes.SHARP),
                session.find(Attributes.RENDER_SETTINGS));
    }
}
