package dev.vitrine.render.report;

import dev.vitrine.core.value.ImageFormat;
import dev.vitrine.core.value.PixelType;

/**
 * What is told of the file of a reply.
 *
 * @param format after what {@code icc=} does to it
 * @param type of its pixels
 * @param profile the name of the color space that its pixels are of; empty if they are of none in particular
 * @param embedded whether the file holds that profile
 */
public record ReplyLook(ImageFormat format, PixelType type, String profile, boolean embedded) {
    /** As the protocol writes it: {@code RGB}, {@code CMYK}, {@code BW}. */
    String pixelType() {
        return word(type);
    }

    static String word(PixelType type) {
        return type == PixelType.GRAY ? "BW" : type.name();
    }
}
