package dev.vitrine.render.codec;

import static com.google.common.base.Preconditions.checkArgument;

import dev.vitrine.core.value.JpegQuality;

/**
 * How a picture is encoded, as far as its format cares.
 *
 * @param quality for lossy formats
 * @param dpi print resolution that is noted in the file, dots per inch
 */
public record EncodeSettings(JpegQuality quality, double dpi) {
    public EncodeSettings {
        checkArgument(dpi > 0 && dpi < 1e6, "%s dots per inch", dpi);
    }
}
