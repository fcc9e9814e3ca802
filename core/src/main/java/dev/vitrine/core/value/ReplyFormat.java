package dev.vitrine.core.value;

import java.util.Locale;
import java.util.Optional;

/** {@code fmt=}: encoding, color space and compression of a picture, as far as they were given. */
public record ReplyFormat(ImageFormat format, Optional<PixelType> pixelType, Optional<Compression> compression) {
    public static ReplyFormat of(ImageFormat format) {
        return new ReplyFormat(format, Optional.empty(), Optional.empty());
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
