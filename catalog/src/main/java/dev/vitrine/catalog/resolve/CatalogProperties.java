package dev.vitrine.catalog.resolve;

import com.google.common.collect.ImmutableMap;
import dev.vitrine.catalog.model.Attribute;
import dev.vitrine.catalog.model.Attributes;
import dev.vitrine.catalog.model.Expiration;
import dev.vitrine.catalog.store.Session;
import dev.vitrine.core.value.Numbers;
import java.time.Instant;

/** What {@code req=catalogprops} tells of a catalog: the attributes that hold for it. */
final class CatalogProperties {
    private CatalogProperties() {}

    /** By the protocol's names; what is defined nowhere is empty. */
    static ImmutableMap<String, String> of(Session session) {
        long changed = session.find(Attributes.LAST_MODIFIED)
                .orElseGet(() -> session.catalog().timeStamp());
        return ImmutableMap.<String, String>builder()
                .put("catalog.bkgColor", text(session, Attributes.BKG_COLOR))
                .put("catalog.defaultExt", suffix(text(session, Attributes.DEFAULT_EXT)))
                .put("catalog.defaultPix", text(session, Attributes.DEFAULT_PIX))
                .put("catalog.defaultThumbPix", text(session, Attributes.DEFAULT_THUMB_PIX))
                .put("catalog.expiration", hours(session, Attributes.EXPIRATION))
                .put("catalog.defaultExpiration", hours(session, Attributes.DEFAULT_EXPIRATION))
                .put("catalog.nonImgExpiration", hours(session, Attributes.NON_IMG_EXPIRATION))
                .put("catalog.fileTime", Instant.ofEpochMilli(changed).toString())
                .put("catalog.jpegQuality", text(session, Attributes.JPEG_QUALITY))
                .put("catalog.maxPix", text(session, Attributes.MAX_PIX))
                .put("catalog.printResolution", number(session, Attributes.PRINT_RESOLUTION))
                .put("catalog.publishInfo", text(session, Attributes.PUBLISH_INFO))
                .put("catalog.resMode", text(session, Attributes.RES_MODE))
                .put("catalog.resolution", number(session, Attributes.RESOLUTION))
                .put("catalog.thumbBkgColor", text(session, Attributes.THUMB_BKG_COLOR))
                .put("catalog.thumbHorizAlign", text(session, Attributes.THUMB_HORIZ_ALIGN))
                .put("catalog.thumbRes", number(session, Attributes.THUMB_RES))
                .put(
                        "catalog.thumbType",
                        String.valueOf(session.value(Attributes.THUMB_TYPE).number()))
                .put("catalog.thumbVertAlign", text(session, Attributes.THUMB_VERT_ALIGN))
                .put("catalog.watermark", text(session, Attributes.WATERMARK))
                .buildOrThrow();
    }

    private static String suffix(String name) {
        return name.isEmpty() ? name : "." + name;
    }

    private static String text(Session session, Attribute<?> attribute) {
        return session.findOrBuiltIn(attribute).map(Object::toString).orElse("");
    }

    private static String number(Session session, Attribute<Double> attribute) {
        return session.findOrBuiltIn(attribute).map(Numbers::text).orElse("");
    }

    private static String hours(Session session, Attribute<Expiration> attribute) {
        Expiration expiration = session.value(attribute);
        return expiration.isNever() ? "-1" : Numbers.text(expiration.hours());
    }
}
