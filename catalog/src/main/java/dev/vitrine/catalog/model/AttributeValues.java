package dev.vitrine.catalog.model;

import com.google.common.base.Splitter;
import dev.vitrine.catalog.field.BadField;
import dev.vitrine.catalog.field.FieldTypes;
import dev.vitrine.core.value.ImageFormat;
import dev.vitrine.core.value.JpegQuality;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How the attributes that are no plain data type are read. */
final class AttributeValues {
    private static final Pattern DOMAIN = Pattern.compile("\\*|(?:\\*\\.)?[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*");
    private static final int MOST_ERROR_HOURS = 24;

    private AttributeValues() {}

    /** {@code width,height}, either of which may be 0: not constrained. */
    static Optional<PixelBox> defaultPix(String text) throws BadField {
        List<Integer> sides = FieldTypes.integers(text, 2, 2);
        if (sides.get(0) < 0 || sides.get(1) < 0) {
            throw BadField.mistake("width,height in pixels, 0 for a side that is not constrained");
        }
        return Optional.of(new PixelBox(sides.get(0), sides.get(1)));
    }

    /** {@code width,height}, or {@code 0,0}: no limit. */
    static Optional<PixelBox> maxPix(String text) throws BadField {
        PixelBox box = defaultPix(text).orElseThrow();
        if (box.width() == 0 != (box.height() == 0)) {
            throw BadField.mistake("width,height in pixels, or 0,0 for no limit");
        }
        return Optional.of(box);
    }

    /** A suffix with or without its dot; empty for none. */
    static Optional<String> suffix(String text) {
        return Optional.of(text.startsWith(".") ? text.substring(1) : text);
    }

    /** {@code quality[,chroma]}. */
    static Optional<JpegQuality> jpegQuality(String text) throws BadField {
        List<Integer> parts = FieldTypes.integers(text, 1, 2);
        int chroma = parts.size() == 2 ? parts.get(1) : 0;
        if (parts.get(0) < 1 || parts.get(0) > 100 || chroma < 0 || chroma > 1) {
            throw BadField.mistake("a quality from 1 to 100 and a chroma flag, such as 85,0");
        }
        return Optional.of(new JpegQuality(parts.get(0), chroma == 1));
    }

    /** A token of {@code fmt=}. */
    static Optional<ImageFormat> format(String text) throws BadField {
        String token = text.toLowerCase(Locale.ROOT);
        if (token.equals("jpg")) {
            return Optional.of(ImageFormat.JPEG);
        }
        for (ImageFormat format : ImageFormat.values()) {
            if (format.token().equals(token)) {
                return Optional.of(format);
            }
        }
        throw BadField.mistake("a format of fmt= such as jpeg or png-alpha");
    }

    /** Domain names separated by commas; none of them is "served from the same domain". */
    static Optional<List<String>> domains(String text) throws BadField {
        List<String> domains = Splitter.on(',').trimResults().omitEmptyStrings().splitToList(text);
        for (String domain : domains) {
            if (!DOMAIN.matcher(domain).matches()) {
                throw BadField.mistake(
                        "web domains separated by commas, such as www.example.com; '" + domain + "' is none");
            }
        }
        return Optional.of(domains);
    }

    static Optional<StatusProfile> statusProfile(String text) throws BadField {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "protocol" -> Optional.of(StatusProfile.PROTOCOL);
            case "semantic" -> Optional.of(StatusProfile.SEMANTIC);
            default -> throw BadField.mistake("protocol or semantic");
        };
    }

    /** Hours, as {@code Expiration}, but an error never stays for good. */
    static Optional<Expiration> errorExpiration(String text) throws BadField {
        Optional<Expiration> expiration = Expiration.read(text);
        if (expiration.isPresent() && expiration.get().hours() > MOST_ERROR_HOURS) {
            throw BadField.mistake("hours from 0 to " + MOST_ERROR_HOURS);
        }
        return expiration;
    }
}
