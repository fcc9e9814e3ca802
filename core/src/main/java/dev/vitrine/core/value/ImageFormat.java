package dev.vitrine.core.value;

import java.util.Optional;
import java.util.stream.Stream;

/** The encodings that {@code fmt=} can name. */
public enum ImageFormat {
    JPEG("jpeg", "image/jpeg", false),
    /** Progressive JPEG. */
    PJPEG("pjpeg", "image/jpeg", false),
    PNG("png", "image/png", false),
    PNG_ALPHA("png-alpha", "image/png", true),
    PNG8("png8", "image/png", false),
    PNG8_ALPHA("png8-alpha", "image/png", true),
    TIF("tif", "image/tiff", false),
    TIF_ALPHA("tif-alpha", "image/tiff", true),
    SWF("swf", "application/x-shockwave-flash", false),
    SWF_ALPHA("swf-alpha", "application/x-shockwave-flash", true),
    PDF("pdf", "application/pdf", false),
    EPS("eps", "image/eps", false),
    GIF("gif", "image/gif", false),
    GIF_ALPHA("gif-alpha", "image/gif", true),
    WEBP("webp", "image/webp", false),
    WEBP_ALPHA("webp-alpha", "image/webp", true);

    private final String token;
    private final String mediaType;
    private final boolean hasAlpha;

    ImageFormat(String token, String mediaType, boolean hasAlpha) {
        this.token = token;
        this.mediaType = mediaType;
        this.hasAlpha = hasAlpha;
    }

    /** The format of this name, letter case aside; {@code jpg} and {@code pjpg} are other names of the JPEGs. */
    public static Optional<ImageFormat> find(String name) {
        String token = switch (Words.lower(name)) {
            case "jpg" -> JPEG.token;
            case "pjpg" -> PJPEG.token;
            default -> name;
        };
        return Stream.of(values()).filter(f -> f.token.equalsIgnoreCase(token)).findFirst();
    }

    /** The canonical spelling in {@code fmt=}. */
    public String token() {
        return token;
    }

    public String mediaType() {
        return mediaType;
    }

    public boolean hasAlpha() {
        return hasAlpha;
    }

    /** The same encoding without alpha. */
    public ImageFormat opaque() {
        return switch (this) {
            case PNG_ALPHA -> PNG;
            case PNG8_ALPHA -> PNG8;
            case TIF_ALPHA -> TIF;
            case SWF_ALPHA -> SWF;
            case GIF_ALPHA -> GIF;
            case WEBP_ALPHA -> WEBP;
            case JPEG, PJPEG, PNG, PNG8, TIF, SWF, PDF, EPS, GIF, WEBP -> this;
        };
    }
}
