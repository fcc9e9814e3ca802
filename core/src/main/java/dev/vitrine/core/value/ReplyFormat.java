package dev.vitrine.core.value;

import dev.vitrine.core.failure.Failures;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code fmt=}: encoding, color space and compression of a picture, as far as they were given. */
public record ReplyFormat(ImageFormat format, Optional<PixelType> pixelType, Optional<Compression> compression) {
    public static ReplyFormat of(ImageFormat format) {
        return new ReplyFormat(format, Optional.empty(), Optional.empty());
    }

    /**
     * Reads {@code format[,[pixelType][,compression]]}.
     *
     * @param command what names the value in a failure
     */
    public static ReplyFormat read(String command, String value) {
        List<String> parts = Numbers.parts(value);
        if (parts.size() > 3) {
            throw Failures.badValue(command, value, "format,pixelType,compression");
        }
        String format = Words.lower(parts.get(0));
        return new ReplyFormat(
                ImageFormat.find(format)
                        .orElseThrow(() -> Failures.badValue(command, value, "a format such as jpeg or png-alpha")),
                Words.optional(command, value, parts, 1, PixelType.values()),
                Words.optional(command, value, parts, 2, Compression.values()));
    }

    /** As {@code fmt=} reads it, for example {@code png-alpha,rgb}. */
    @Override
    public String toString() {
        String pixel = pixelType.map(t -> t.name().toLowerCase(Locale.ROOT)).orElse("");
        String packed =
                compression.map(c -> "," + c.name().toLowerCase(Locale.ROOT)).orElse("");
        return format.token() + (pixel.isEmpty() && packed.isEmpty() ? "" : "," + pixel + packed);
    }
}
