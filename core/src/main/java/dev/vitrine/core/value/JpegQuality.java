package dev.vitrine.core.value;

import static com.google.common.base.Preconditions.checkArgument;

import dev.vitrine.core.failure.Failures;
import java.util.List;

/** {@code qlt=}: JPEG quality 1 to 100, and whether color is kept at full resolution (4:4:4). */
public record JpegQuality(int quality, boolean fullChroma) {
    public JpegQuality {
        checkArgument(quality >= 1 && quality <= 100, "JPEG quality %s", quality);
    }

    /**
     * Reads {@code quality[,chroma]}. The protocol's page writes a dot before the second number and its catalogs a comma:
     * both are read, so {@code 80.1} is quality 80 with full chroma; {@code 80.5} is nothing.
     *
     * @param command what names the value in a failure
     */
    public static JpegQuality read(String command, String value) {
        List<String> parts = Numbers.parts(value.replace('.', ','));
        if (parts.size() > 2) {
            throw Failures.badValue(command, value, "quality or quality,chroma");
        }
        int quality = Numbers.whole(command, parts.get(0), 1, 100);
        return new JpegQuality(quality, parts.size() == 2 && Numbers.flag(command, parts.get(1)));
    }

    /** As {@code qlt=} reads it. */
    @Override
    public String toString() {
        return quality + (fullChroma ? ",1" : ",0");
    }
}
