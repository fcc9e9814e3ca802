package dev.vitrine.catalog.model;

import dev.vitrine.core.value.ImageFormat;
import dev.vitrine.core.value.JpegQuality;
import dev.vitrine.core.value.ResMode;

/**
 * What stands in for attributes that not even {@code default.ini} defines. The protocol requires them there, so each one that
 * is missing is a warning; these values keep the server useful and careful meanwhile.
 */
public final class BuiltInDefaults {
    public static final CatalogAttributes ATTRIBUTES = CatalogAttributes.builder()
            .put(Attributes.SHOW_OVERLAP_OBJS, false)
            .put(Attributes.ALLOW_DIRECT_URLS, false)
            .put(Attributes.ON_FAIL_OBJ, OnFail.DESELECT)
            .put(Attributes.ON_FAIL_SEL, OnFail.DESELECT)
            .put(Attributes.ERROR_DETAIL, ErrorDetail.TITLE)
            .put(Attributes.RESOLUTION, 72.0)
            .put(Attributes.SHARP, 0)
            .put(Attributes.EXPIRATION, new Expiration(10))
            .put(Attributes.DEFAULT_PIX, PixelBox.UNCONSTRAINED)
            .put(Attributes.MAX_PIX, new PixelBox(4000, 4000))
            .put(Attributes.RES_MODE, ResMode.SHARP2)
            .put(Attributes.SHARPEN, false)
            .put(Attributes.FORMAT, ImageFormat.JPEG)
            .put(Attributes.JPEG_QUALITY, new JpegQuality(85, false))
            .put(Attributes.ERROR_STATUS_PROFILE, StatusProfile.PROTOCOL)
            .build();

    private BuiltInDefaults() {}

    /** Whether {@code default.ini} is expected to define this attribute; our own extension may be left out. */
    public static boolean isRequired(Attribute<?> attribute) {
        return ATTRIBUTES.has(attribute) && !attribute.equals(Attributes.ERROR_STATUS_PROFILE);
    }
}
