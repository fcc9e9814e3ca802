package dev.vitrine.render.codec;

import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.value.Compression;
import dev.vitrine.core.value.PixelType;
import dev.vitrine.render.pixel.PixelBuffer;

/** TIFF of 8 bits; alpha is associated, as the protocol has it, and never together with JPEG. */
final class TiffEncoder implements Encoder {
    private final boolean alpha;

    TiffEncoder(boolean alpha) {
        this.alpha = alpha;
    }

    @Override
    public byte[] encode(PixelBuffer pixels, EncodeSettings settings) {
        if (alpha && settings.compression() == Compression.JPEG) {
            throw Failures.notSupported("fmt=tif-alpha with jpeg compression");
        }
        if (settings.compression() == Compression.JPEG && settings.pixelType() == PixelType.RGB) {
            byte[] strip = new JpegEncoder(false).encode(pixels, settings);
            return TiffWriter.withStrip(Samples.rgb(pixels), strip, settings);
        }
        boolean gray = settings.pixelType() == PixelType.GRAY;
        return encode(
                alpha
                        ? (gray ? Samples.grayAlpha(pixels, true) : Samples.premultiplied(pixels))
                        : (gray ? Samples.gray(pixels) : Samples.rgb(pixels)),
                settings);
    }

    byte[] encode(Samples samples, EncodeSettings settings) {
        if (settings.compression() == Compression.JPEG) {
            return TiffWriter.withStrip(samples, BandJpeg.strip(samples, settings.quality()), settings);
        }
        return TiffWriter.write(samples, settings);
    }
}
