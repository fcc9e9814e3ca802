package dev.vitrine.catalog.model;

import static com.google.common.base.Preconditions.checkState;
import static dev.vitrine.catalog.field.FieldTypes.COLOR;
import static dev.vitrine.catalog.field.FieldTypes.DATE_TIME;
import static dev.vitrine.catalog.field.FieldTypes.FLAG;
import static dev.vitrine.catalog.field.FieldTypes.TEXT;
import static dev.vitrine.catalog.field.FieldTypes.choice;
import static dev.vitrine.catalog.field.FieldTypes.positive;

import com.google.common.collect.ImmutableMap;
import dev.vitrine.catalog.field.FieldType;
import dev.vitrine.core.value.Color;
import dev.vitrine.core.value.Compression;
import dev.vitrine.core.value.ImageFormat;
import dev.vitrine.core.value.JpegQuality;
import dev.vitrine.core.value.ResMode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The table of catalog attributes: everything that the protocol defines, and two of ours: {@code ErrorStatusProfile} and
 * {@code RequestLockKey}. */
public final class Attributes {
    /** By lower-case name; filled while this class loads and never after. */
    private static final Map<String, Attribute<?>> TABLE = new LinkedHashMap<>();

    private static final FieldType<OnFail> ON_FAIL = choice(
            ImmutableMap.of(1, OnFail.KEEP_SELECTION, 2, OnFail.DESELECT, 3, OnFail.ERROR, 4, OnFail.DEFAULT_GROUP));

    // Which files make up a catalog, and where its sources are.
    public static final Attribute<String> ROOT_ID = attribute("RootId", TEXT);
    public static final Attribute<String> ROOT_PATH = emptyCounts("RootPath");
    public static final Attribute<String> ROOT_URL = emptyCounts("RootUrl");
    public static final Attribute<String> CATALOG_FILE = attribute("CatalogFile", TEXT);
    public static final Attribute<String> VIGNETTE_MAP_FILE = attribute("VignetteMapFile", TEXT);
    public static final Attribute<String> MACRO_FILE = attribute("MacroFile", TEXT);
    public static final Attribute<String> RULE_SET_FILE = attribute("RuleSetFile", TEXT);
    public static final Attribute<String> ICC_PROFILE_MAP_FILE = attribute("IccProfileMapFile", TEXT);
    public static final Attribute<Long> TIME_STAMP = attribute("TimeStamp", DATE_TIME);

    /** What tells that a source changed. */
    public static final Attribute<CacheValidation> CACHE_VALIDATION_POLICY = attribute(
            "CacheValidationPolicy",
            choice(ImmutableMap.of(0, CacheValidation.BY_FILE, 1, CacheValidation.BY_TIME_STAMP)));

    // How requests are taken.
    public static final Attribute<Boolean> SHOW_OVERLAP_OBJS = attribute("ShowOverlapObjs", FLAG);
    public static final Attribute<Boolean> ALLOW_DIRECT_URLS = attribute("AllowDirectUrls", FLAG);
    public static final Attribute<OnFail> ON_FAIL_OBJ = attribute("OnFailObj", ON_FAIL);
    public static final Attribute<OnFail> ON_FAIL_SEL = attribute("OnFailSel", ON_FAIL);
    public static final Attribute<AddressFilter> CLIENT_ADDRESS_FILTER =
            attribute("ClientAddressFilter", AddressFilter::read);

    public static final Attribute<Boolean> REQUEST_LOCK = attribute("RequestLock", FLAG);
    public static final Attribute<String> REQUEST_LOCK_KEY = attribute("RequestLockKey", TEXT);
    public static final Attribute<Boolean> REQUEST_OBFUSCATION =
            attribute("RequestObfuscation", choice(ImmutableMap.of(0, false, 1, true)));

    // What an error looks like.
    public static final Attribute<String> ERROR_IMAGE = emptyCounts("ErrorImage");
    public static final Attribute<ErrorDetail> ERROR_DETAIL = attribute(
            "ErrorDetail",
            choice(ImmutableMap.of(
                    0, ErrorDetail.TITLE, 1, ErrorDetail.BRIEF, 2, ErrorDetail.MESSAGE, 3, ErrorDetail.DEBUG)));
    public static final Attribute<StatusProfile> ERROR_STATUS_PROFILE =
            attribute("ErrorStatusProfile", AttributeValues::statusProfile);

    /** How long a client may keep an error that is not the server's own. */
    public static final Attribute<Expiration> ERROR_EXPIRATION =
            attribute("ErrorExpiration", AttributeValues::errorExpiration);

    // Image Serving.
    public static final Attribute<String> FONT_MAP_FILE = attribute("FontMapFile", TEXT);
    public static final Attribute<String> DEFAULT_FONT = attribute("DefaultFont", TEXT);
    public static final Attribute<String> DEFAULT_IMAGE = emptyCounts("DefaultImage");

    /** Whether a default image replaces only the missing layer, not the whole picture. */
    public static final Attribute<Boolean> DEFAULT_IMAGE_MODE = attribute("DefaultImageMode", FLAG);

    public static final Attribute<Color> BKG_COLOR = attribute("BkgColor", COLOR);

    /** Added to the path of an image that has no suffix, without its dot. */
    public static final Attribute<String> DEFAULT_EXT =
            listed(new Attribute<>("DefaultExt", AttributeValues::suffix, true));

    public static final Attribute<Expiration> NON_IMG_EXPIRATION = attribute("NonImgExpiration", Expiration::read);
    public static final Attribute<Expiration> DEFAULT_EXPIRATION = attribute("DefaultExpiration", Expiration::read);

    /** Whether a catalog is left aside for names that are none of its ids. */
    public static final Attribute<Boolean> FULL_MATCH = attribute("FullMatch", FLAG);

    /** Nothing after the equals sign allows nothing. */
    public static final Attribute<DirectAccess> ALLOW_DIRECT_ACCESS =
            listed(new Attribute<>("AllowDirectAccess", DirectAccess::read, true));

    public static final Attribute<Double> PRINT_RESOLUTION = attribute("PrintResolution", positive());
    public static final Attribute<Boolean> SYNTHESIZE_FONT_STYLES = attribute("SynthesizeFontStyles", FLAG);
    public static final Attribute<Boolean> APPLY_EFFECT_MASK = attribute("ApplyEffectMask", FLAG);
    public static final Attribute<String> WATERMARK = emptyCounts("Watermark");
    public static final Attribute<String> PUBLISH_INFO = attribute("PublishInfo", TEXT);
    public static final Attribute<Long> LAST_MODIFIED = attribute("LastModified", DATE_TIME);
    public static final Attribute<PixelBox> DEFAULT_THUMB_PIX =
            attribute("DefaultThumbPix", AttributeValues::defaultPix);
    public static final Attribute<ThumbType> THUMB_TYPE =
            attribute("ThumbType", choice(ImmutableMap.of(1, ThumbType.CROP, 2, ThumbType.FIT, 3, ThumbType.TEXTURE)));
    public static final Attribute<Double> THUMB_RES = attribute("ThumbRes", positive());
    public static final Attribute<Color> THUMB_BKG_COLOR = attribute("ThumbBkgColor", COLOR);

    /** 1 left, 2 center, 3 right. */
    public static final Attribute<Integer> THUMB_HORIZ_ALIGN = attribute("ThumbHorizAlign", choice(1, 3));

    /** 1 top, 2 center, 3 bottom. */
    public static final Attribute<Integer> THUMB_VERT_ALIGN = attribute("ThumbVertAlign", choice(1, 3));

    // What materials fall back on.
    public static final Attribute<Double> RESOLUTION = attribute("Resolution", positive());
    public static final Attribute<Integer> SHARP = attribute("Sharp", choice(0, 3));
    public static final Attribute<String> RENDER_SETTINGS = attribute("RenderSettings", TEXT);

    // The reply.
    public static final Attribute<Expiration> EXPIRATION = attribute("Expiration", Expiration::read);
    public static final Attribute<PixelBox> DEFAULT_PIX = attribute("DefaultPix", AttributeValues::defaultPix);
    public static final Attribute<PixelBox> MAX_PIX = attribute("MaxPix", AttributeValues::maxPix);
    public static final Attribute<ResMode> RES_MODE =
            attribute("ResMode", choice(ImmutableMap.of(2, ResMode.BILIN, 3, ResMode.BICUB, 4, ResMode.SHARP2)));
    public static final Attribute<Boolean> SHARPEN = attribute("Sharpen", FLAG);
    public static final Attribute<ImageFormat> FORMAT = attribute("Format", AttributeValues::format);
    public static final Attribute<JpegQuality> JPEG_QUALITY = attribute("JpegQuality", AttributeValues::jpegQuality);
    public static final Attribute<Boolean> USE_LAST_MODIFIED = attribute("UseLastModified", FLAG);
    public static final Attribute<Compression> TIFF_ENCODING = attribute(
            "TiffEncoding",
            choice(ImmutableMap.of(0, Compression.NONE, 1, Compression.LZW, 2, Compression.ZIP, 3, Compression.JPEG)));

    /** Web domains that Flash content of the catalog's replies may be read from; nothing here makes Flash. */
    public static final Attribute<List<String>> TRUSTED_DOMAINS =
            listed(new Attribute<>("TrustedDomains", AttributeValues::domains, true));

    // Color. Profiles are names of the profile map, or paths below the root path.
    public static final Attribute<String> ICC_PROFILE_RGB = attribute("IccProfileRgb", TEXT);
    public static final Attribute<String> ICC_PROFILE_CMYK = attribute("IccProfileCmyk", TEXT);
    public static final Attribute<String> ICC_PROFILE_GRAY = attribute("IccProfileGray", TEXT);
    public static final Attribute<String> ICC_PROFILE_SRC_RGB = attribute("IccProfileSrcRgb", TEXT);
    public static final Attribute<String> ICC_PROFILE_SRC_CMYK = attribute("IccProfileSrcCmyk", TEXT);
    public static final Attribute<String> ICC_PROFILE_SRC_GRAY = attribute("IccProfileSrcGray", TEXT);
    public static final Attribute<IccIntent> ICC_RENDER_INTENT =
            listed(new Attribute<>("IccRenderIntent", IccIntent::read, true));
    public static final Attribute<Boolean> ICC_BLACK_POINT_COMPENSATION = attribute("IccBlackPointCompensation", FLAG);
    public static final Attribute<Boolean> ICC_DITHER = attribute("IccDither", FLAG);

    static {
        // Known, so that nobody is told that they are misspelled; nothing looks at them yet.
        for (String name : new String[] {
            "Bfc",
            "DefaultLocale",
            "DigimarcId",
            "DigimarcInfo",
            "LocaleMap",
            "LocaleStrMap",
            "SavePath",
            "StaticContentCatalogFile",
            "StaticContentRootPath",
            "SvgCatalogFile"
        }) {
            attribute(name, TEXT);
        }
    }

    private Attributes() {}

    /** The attribute of this name in any letter case. */
    public static Optional<Attribute<?>> find(String name) {
        return Optional.ofNullable(TABLE.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The whole table. */
    public static Collection<Attribute<?>> all() {
        return ImmutableMap.copyOf(TABLE).values();
    }

    private static Attribute<String> emptyCounts(String name) {
        return listed(new Attribute<>(name, TEXT, true));
    }

    private static <T> Attribute<T> attribute(String name, FieldType<T> type) {
        return listed(new Attribute<>(name, type, false));
    }

    private static <T> Attribute<T> listed(Attribute<T> attribute) {
        Attribute<?> other = TABLE.put(attribute.name().toLowerCase(Locale.ROOT), attribute);
        checkState(other == null, "%s is listed twice", attribute);
        return attribute;
    }
}
