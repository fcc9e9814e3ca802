package dev.vitrine.catalog.model;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.vitrine.catalog.field.BadField;
import java.util.Optional;

/**
 * What stands in for attributes that not even {@code default.ini} defines. The protocol requires them there, so each one that
 * is missing is a warning; these values keep the server useful and careful meanwhile.
 */
public final class BuiltInDefaults {
    private static final ImmutableMap<Attribute<?>, String> TEXTS = ImmutableMap.<Attribute<?>, String>builder()
            .put(Attributes.SHOW_OVERLAP_OBJS, "0")
            .put(Attributes.ALLOW_DIRECT_URLS, "0")
            .put(Attributes.ON_FAIL_OBJ, "2")
            .put(Attributes.ON_FAIL_SEL, "2")
            .put(Attributes.ERROR_DETAIL, "0")
            .put(Attributes.RESOLUTION, "72")
            .put(Attributes.SHARP, "0")
            .put(Attributes.EXPIRATION, "10")
            .put(Attributes.DEFAULT_PIX, "0,0")
            .put(Attributes.MAX_PIX, "4000,4000")
            .put(Attributes.RES_MODE, "4")
            .put(Attributes.SHARPEN, "0")
            .put(Attributes.FORMAT, "jpeg")
            .put(Attributes.JPEG_QUALITY, "85,0")
            .put(Attributes.REQUEST_LOCK, "0")
            .put(Attributes.REQUEST_OBFUSCATION, "0")
            .put(Attributes.BKG_COLOR, "ffffff")
            .put(Attributes.DEFAULT_IMAGE_MODE, "0")
            .put(Attributes.ERROR_STATUS_PROFILE, "protocol")
            .put(Attributes.CACHE_VALIDATION_POLICY, "0")
            .put(Attributes.USE_LAST_MODIFIED, "0")
            .put(Attributes.TIFF_ENCODING, "0")
            .put(Attributes.ICC_RENDER_INTENT, "1")
            .put(Attributes.ICC_BLACK_POINT_COMPENSATION, "0")
            .put(Attributes.ICC_DITHER, "0")
            .put(Attributes.ERROR_EXPIRATION, "0")
            .put(Attributes.NON_IMG_EXPIRATION, "0.1")
            .put(Attributes.DEFAULT_EXPIRATION, "1")
            .put(Attributes.FULL_MATCH, "0")
            .put(Attributes.APPLY_EFFECT_MASK, "1")
            .put(Attributes.SYNTHESIZE_FONT_STYLES, "1")
            .put(Attributes.DEFAULT_THUMB_PIX, "100,100")
            .put(Attributes.THUMB_TYPE, "2")
            .put(Attributes.THUMB_BKG_COLOR, "ffffff")
            .put(Attributes.THUMB_HORIZ_ALIGN, "2")
            .put(Attributes.THUMB_VERT_ALIGN, "2")
            .buildOrThrow();

    /**
     * Ours, those of Image Serving, and those that most catalogs never need: the default catalog of Image Rendering may leave
     * them out without a warning.
     */
    private static final ImmutableSet<Attribute<?>> MAY_BE_LEFT_OUT = ImmutableSet.of(
            Attributes.REQUEST_LOCK,
            Attributes.REQUEST_OBFUSCATION,
            Attributes.ERROR_STATUS_PROFILE,
            Attributes.ERROR_EXPIRATION,
            Attributes.BKG_COLOR,
            Attributes.DEFAULT_IMAGE_MODE,
            Attributes.CACHE_VALIDATION_POLICY,
            Attributes.USE_LAST_MODIFIED,
            Attributes.TIFF_ENCODING,
            Attributes.ICC_RENDER_INTENT,
            Attributes.ICC_BLACK_POINT_COMPENSATION,
            Attributes.ICC_DITHER,
            Attributes.NON_IMG_EXPIRATION,
            Attributes.DEFAULT_EXPIRATION,
            Attributes.FULL_MATCH,
            Attributes.APPLY_EFFECT_MASK,
            Attributes.SYNTHESIZE_FONT_STYLES,
            Attributes.DEFAULT_THUMB_PIX,
            Attributes.THUMB_TYPE,
            Attributes.THUMB_BKG_COLOR,
            Attributes.THUMB_HORIZ_ALIGN,
            Attributes.THUMB_VERT_ALIGN);

    private static final CatalogAttributes VALUES = values();

    private BuiltInDefaults() {}

    /** The value that stands in; none for attributes that may be defined nowhere. */
    public static <T> Optional<T> find(Attribute<T> attribute) {
        return VALUES.find(attribute);
    }

    /** The line that {@code default.ini} lacks if it does not define this attribute; none if it may leave it out. */
    public static Optional<String> line(Attribute<?> attribute) {
        return MAY_BE_LEFT_OUT.contains(attribute)
                ? Optional.empty()
                : Optional.ofNullable(TEXTS.get(attribute)).map(text -> attribute + "=" + text);
    }

    private static CatalogAttributes values() {
        CatalogAttributes.Builder builder = CatalogAttributes.builder();
        TEXTS.forEach((attribute, text) -> put(builder, attribute, text));
        return builder.build();
    }

    private static <T> void put(CatalogAttributes.Builder builder, Attribute<T> attribute, String text) {
        try {
            builder.put(attribute, attribute.type().read(text).orElseThrow());
        } catch (BadField e) {
            throw new AssertionError(attribute + "=" + text, e);
        }
    }
}
