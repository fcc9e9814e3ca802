package dev.vitrine.render.codec;

import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.value.PixelType;
import dev.vitrine.render.pixel.PixelBuffer;
import java.util.Locale;
import java.util.function.Supplier;

/** PDF of one page: pixels plain, deflated or as JPEG; what is transparent becomes black. */
final class PdfEncoder implements Encoder {
    @Override
    public byte[] encode(PixelBuffer pixels, EncodeSettings settings) {
        return settings.pixelType() == PixelType.GRAY
                ? encode(
                        Samples.gray(pixels),
                        settings,
                        () -> BandJpeg.file(Samples.gray(pixels), settings.quality(), false))
                : encode(Samples.rgb(pixels), settings, () -> new JpegEncoder(false).encode(pixels, settings));
    }

    /** Of ink. */
    byte[] encode(Samples samples, EncodeSettings settings) {
        return encode(samples, settings, () -> BandJpeg.file(samples, settings.quality(), false));
    }

    private static byte[] encode(Samples samples, EncodeSettings settings, Supplier<byte[]> jpeg) {
        PdfPixels data = switch (settings.compression()) {
            case NONE -> PdfPixels.plain(samples);
            case ZIP -> PdfPixels.packed(samples);
            case JPEG -> PdfPixels.jpeg(samples.type(), jpeg.get());
            case LZW, LOSSY, LOSSLESS -> {
                String word = settings.compression().name().toLowerCase(Locale.ROOT);
                throw Failures.notSupported("fmt=pdf with " + word + " compression");
            }
        };
        return PdfWriter.write(samples, data, settings);
    }
}
