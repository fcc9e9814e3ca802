package dev.vitrine.render.codec;

import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.value.ImageFormat;

/** The encoder of each reply format. */
public final class Encoders {
    private Encoders() {}

    /** The encoder of a format; a format without one yet ends the request as not supported. */
    public static Encoder forFormat(ImageFormat format) {
        return switch (format) {
            case JPEG -> new JpegEncoder(false);
            case PJPEG -> new JpegEncoder(true);
            case PNG -> new PngEncoder(false);
            case PNG_ALPHA -> new PngEncoder(true);
            case PNG8, PNG8_ALPHA, TIF, TIF_ALPHA, SWF, SWF_ALPHA, PDF, EPS, GIF, GIF_ALPHA, WEBP, WEBP_ALPHA ->
                throw Failures.notSupported("fmt=" + format.token());
        };
    }
}
