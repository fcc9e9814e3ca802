package dev.vitrine.render.codec;

import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.value.ImageFormat;
import dev.vitrine.render.pixel.PixelBuffer;
import java.util.Locale;

/**
 * Makes the file of a reply in the colors it asks for. Which pixel types a format has is the protocol's table; any other
 * combination ends the request as not supported.
 */
public final class ReplyEncoder {
    private ReplyEncoder() {}

    /**
     * The whole file.
     *
     * @param pixels in the working space; only read
     */
    public static byte[] encode(PixelBuffer pixels, ImageFormat format, EncodeSettings settings) {
        return switch (settings.pixelType()) {
            case RGB -> Encoders.forFormat(format).encode(pixels, settings);
            case GRAY -> gray(PlainColors.gray(pixels), format, settings);
            case CMYK ->
                cmyk(Samples.cmyk(pixels.width(), pixels.height(), PlainColors.cmyk(pixels)), format, settings);
        };
    }

    private static byte[] gray(PixelBuffer pixels, ImageFormat format, EncodeSettings settings) {
        return switch (format) {
            case JPEG, PJPEG ->
                JpegMarks.withDensity(
                        BandJpeg.file(Samples.gray(pixels), settings.quality(), format == ImageFormat.PJPEG),
                        settings.dpi());
            case PNG -> png(Samples.gray(pixels), settings);
            case PNG_ALPHA -> png(Samples.grayAlpha(pixels, false), settings);
            case TIF, TIF_ALPHA, GIF, GIF_ALPHA, PDF, EPS, SWF, SWF_ALPHA ->
                Encoders.forFormat(format).encode(pixels, settings);
            case PNG8, PNG8_ALPHA, WEBP, WEBP_ALPHA -> throw unsupported(format, settings);
        };
    }

    private static byte[] cmyk(Samples samples, ImageFormat format, EncodeSettings settings) {
        return switch (format) {
            case JPEG, PJPEG -> BandJpeg.file(samples, settings.quality(), format == ImageFormat.PJPEG);
            case TIF, TIF_ALPHA -> new TiffEncoder(false).encode(samples, settings);
            case PDF, EPS, PNG, PNG_ALPHA, PNG8, PNG8_ALPHA, GIF, GIF_ALPHA, SWF, SWF_ALPHA, WEBP, WEBP_ALPHA ->
                throw unsupported(format, settings);
        };
    }

    private static byte[] png(Samples samples, EncodeSettings settings) {
        return PngWriter.quick()
                .resolution(settings.dpi())
                .write(samples.width(), samples.height(), samples.channels(), 8, samples.rows());
    }

    private static RuntimeException unsupported(ImageFormat format, EncodeSettings settings) {
        String type = settings.pixelType().name().toLowerCase(Locale.ROOT);
        return Failures.notSupported("fmt=" + format.token() + "," + type);
    }
}
