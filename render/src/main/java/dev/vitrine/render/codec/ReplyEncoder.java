package dev.vitrine.render.codec;

import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.value.ImageFormat;
import dev.vitrine.core.value.PixelType;
import dev.vitrine.render.pixel.PixelBuffer;
import java.util.Locale;
import java.util.Optional;

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
        boolean isLimited = settings.mostBytes() > 0 && (format == ImageFormat.JPEG || format == ImageFormat.PJPEG);
        return isLimited
                ? FittingQuality.encode(settings, lower -> file(pixels, format, lower))
                : file(pixels, format, settings);
    }

    private static byte[] file(PixelBuffer pixels, ImageFormat format, EncodeSettings settings) {
        Optional<ColorGrid> grid = settings.colors().grid();
        PixelBuffer light = settings.pixelType() == PixelType.CMYK
                ? pixels
                : grid.map(g -> g.light(pixels)).orElse(pixels);
        byte[] file = switch (settings.pixelType()) {
            case RGB -> Encoders.forFormat(format).encode(light, settings);
            case GRAY -> gray(grid.isPresent() ? light : PlainColors.gray(pixels), format, settings);
            case CMYK -> {
                int[] inks = grid.map(g -> g.inks(pixels)).orElseGet(() -> PlainColors.cmyk(pixels));
                yield cmyk(Samples.cmyk(pixels.width(), pixels.height(), inks), format, settings);
            }
        };
        return embedded(file, format, settings);
    }

    static byte[] embedded(byte[] file, ImageFormat format, EncodeSettings settings) {
        return settings.colors()
                .embedded()
                .map(profile -> embedded(file, format, profile))
                .orElse(file);
    }

    /** Whether files of this format have a place for a profile. */
    public static boolean embeds(ImageFormat format) {
        return switch (format) {
            case JPEG, PJPEG, PNG, PNG_ALPHA, PNG8, PNG8_ALPHA, TIF, TIF_ALPHA, PDF, EPS -> true;
            case GIF, GIF_ALPHA, WEBP, WEBP_ALPHA, SWF, SWF_ALPHA -> false;
        };
    }

    /** TIFF, PDF and EPS have it already; the others have no place for it. */
    private static byte[] embedded(byte[] file, ImageFormat format, IccProfile profile) {
        return switch (format) {
            case JPEG, PJPEG -> JpegMarks.withProfile(file, profile);
            case PNG, PNG_ALPHA, PNG8, PNG8_ALPHA -> PngMarks.withProfile(file, profile);
            case TIF, TIF_ALPHA, GIF, GIF_ALPHA, WEBP, WEBP_ALPHA, PDF, EPS, SWF, SWF_ALPHA -> file;
        };
    }

    private static byte[] gray(PixelBuffer pixels, ImageFormat format, EncodeSettings settings) {
        return switch (format) {
            case JPEG, PJPEG -> JpegMarks.withDensity(grayJpeg(pixels, format, settings), settings.dpi());
            case PNG -> png(Samples.gray(pixels), settings);
            case PNG_ALPHA -> png(Samples.grayAlpha(pixels, false), settings);
            case TIF, TIF_ALPHA, GIF, GIF_ALPHA, PDF, EPS, SWF, SWF_ALPHA ->
                Encoders.forFormat(format).encode(pixels, settings);
            case PNG8, PNG8_ALPHA, WEBP, WEBP_ALPHA -> throw unsupported(format, settings);
        };
    }

    private static byte[] grayJpeg(PixelBuffer pixels, ImageFormat format, EncodeSettings settings) {
        boolean isProgressive = format == ImageFormat.PJPEG;
        return settings.system()
                .filter(s -> !isProgressive)
                .flatMap(s ->
                        s.encode(pixels.width(), pixels.height(), OverBlack.flatten(pixels), settings.quality(), true))
                .orElseGet(() -> BandJpeg.file(Samples.gray(pixels), settings.quality(), isProgressive));
    }

    private static byte[] cmyk(Samples samples, ImageFormat format, EncodeSettings settings) {
        return switch (format) {
            case JPEG, PJPEG -> BandJpeg.file(samples, settings.quality(), format == ImageFormat.PJPEG);
            case TIF, TIF_ALPHA -> new TiffEncoder(false).encode(samples, settings);
            case PDF -> new PdfEncoder().encode(samples, settings);
            case EPS -> new EpsEncoder().encode(samples, settings);
            case PNG, PNG_ALPHA, PNG8, PNG8_ALPHA, GIF, GIF_ALPHA, SWF, SWF_ALPHA, WEBP, WEBP_ALPHA ->
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
