package dev.vitrine.render.codec;

import dev.vitrine.render.pixel.PixelBuffer;

/** PNG with 8 bits per channel: RGB over black, or RGBA with straight alpha. */
final class PngEncoder implements Encoder {
    private final boolean alpha;

    PngEncoder(boolean alpha) {
        this.alpha = alpha;
    }

    @Override
    public byte[] encode(PixelBuffer pixels, EncodeSettings settings) {
        return encode(pixels, PngWriter.quick().resolution(settings.dpi()));
    }

    byte[] encode(PixelBuffer pixels, PngWriter writer) {
        int width = pixels.width();
        int[] argb = alpha ? pixels.argb() : OverBlack.flatten(pixels);
        int channels = alpha ? 4 : 3;
        return writer.write(width, pixels.height(), channels, 8, (y, row) -> {
            int at = 0;
            for (int i = y * width; i < (y + 1) * width; i++) {
                row[at++] = (byte) (argb[i] >> 16);
                row[at++] = (byte) (argb[i] >> 8);
                row[at++] = (byte) argb[i];
                if (alpha) {
                    row[at++] = (byte) (argb[i] >>> 24);
                }
            }
        });
    }
}
