package dev.vitrine.server;

import dev.vitrine.core.value.ImageFormat;
import dev.vitrine.core.value.JpegQuality;
import dev.vitrine.render.codec.EncodeSettings;
import dev.vitrine.render.codec.Encoders;
import dev.vitrine.render.pixel.PixelBuffer;
import java.util.Arrays;

/** Picture files that a test writes. */
final class Png {
    private Png() {}

    static byte[] flat(int width, int height, int argb) {
        PixelBuffer pixels = PixelBuffer.blank(width, height);
        Arrays.fill(pixels.argb(), argb);
        return Encoders.forFormat(ImageFormat.PNG_ALPHA)
                .encode(pixels, new EncodeSettings(new JpegQuality(90, true), 72));
    }
}
