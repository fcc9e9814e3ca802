package dev.vitrine.core.value;

import static com.google.common.base.Preconditions.checkArgument;

/** {@code qlt=}: JPEG quality 1 to 100, and whether color is kept at full resolution (4:4:4). */
public record JpegQuality(int quality, boolean fullChroma) {
    public JpegQuality {
        checkArgument(quality >= 1 && quality <= 100, "JPEG quality %s", quality);
    }
}
