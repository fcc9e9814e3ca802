package dev.vitrine.render.codec;

import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.value.ImageFormat;
import java.util.Optional;

/** The encoder of each reply format. */
public final class Encoders {
    private Encoders() {}

    /** The encoder of a format; a format without one yet ends the request as not supported. */
    public static Encoder forFormat(ImageFormat format) {
        return find(format).orElseThrow(() -> Failures.notSupported("fmt=" + format.token()));
    }

    /** Whether there is an encoder of a format. */
    public static boolean has(ImageFormat format) {
        return find(format).isPresent();
    }

    private static Optional<Encoder> find(ImageFormat format) {
        return switch (format) {
            case JPEG -> Optional.of(new JpegEncoder(false));
            case PJPEG -> Optional.of(new JpegEncoder(true));
            case PNG -> Optional.of(new PngEncoder(false));
            case PNG_ALPHA -> Optional.of(new PngEncoder(true));
            case PNG8 -> Optional.of(new IndexedPngEncoder(false));
            case PNG8_ALPHA -> Optional.of(new IndexedPngEncoder(true));
            case GIF -> Optional.of(new GifEncoder(false));
            case GIF_ALPHA -> Optional.of(new GifEncoder(true));
            case TIF -> Optional.of(new TiffEncoder(false));
            case TIF_ALPHA -> Optional.of(new TiffEncoder(true));
            case WEBP -> Optional.of(new WebpEncoder(false));
            case WEBP_ALPHA -> Optional.of(new WebpEncoder(true));
            case PDF -> Optional.of(new PdfEncoder());
            case EPS -> Optional.of(new EpsEncoder());
            case SWF, SWF_ALPHA -> Optional.empty();
        };
    }
}
