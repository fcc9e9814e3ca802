package dev.vitrine.render.codec;

import static com.google.common.base.Preconditions.checkArgument;

import dev.vitrine.core.value.Compression;
import dev.vitrine.core.value.JpegQuality;
import dev.vitrine.core.value.PixelType;
import dev.vitrine.core.value.Quantization;
import java.util.Optional;

/**
 * How a picture is encoded, as far as its format cares.
 *
 * @param quality for lossy formats
 * @param dpi print resolution that is noted in the file, dots per inch
 * @param pixelType of the file
 * @param compression for formats that leave a choice
 * @param quantization for formats with a palette
 * @param colors what becomes of the picture's colors
 * @param mostBytes of a JPEG file, whose quality is lowered as far as that takes; 0 is no limit
 * @param system makes whole baseline JPEG files in our place
 */
public record EncodeSettings(
        JpegQuality quality,
        double dpi,
        PixelType pixelType,
        Compression compression,
        Quantization quantization,
        ColorOutput colors,
        int mostBytes,
        Optional<SystemJpeg> system) {
    public EncodeSettings {
        checkArgument(dpi > 0 && dpi < 1e6, "%s dots per inch", dpi);
    }

    /** With what a request gets that says nothing more. */
    public EncodeSettings(JpegQuality quality, double dpi) {
        this(quality, dpi, PixelType.RGB, Compression.NONE, Quantization.DEFAULT);
    }

    /** With files as large as they get. */
    public EncodeSettings(
            JpegQuality quality,
            double dpi,
            PixelType pixelType,
            Compression compression,
            Quantization quantization,
            ColorOutput colors) {
        this(quality, dpi, pixelType, compression, quantization, colors, 0);
    }

    /** By our own encoders. */
    public EncodeSettings(
            JpegQuality quality,
            double dpi,
            PixelType pixelType,
            Compression compression,
            Quantization quantization,
            ColorOutput colors,
            int mostBytes) {
        this(quality, dpi, pixelType, compression, quantization, colors, mostBytes, Optional.empty());
    }

    /** The same at another quality. */
    EncodeSettings with(JpegQuality other) {
        return new EncodeSettings(other, dpi, pixelType, compression, quantization, colors, mostBytes, system);
    }

    /** Without any color management. */
    public EncodeSettings(
            JpegQuality quality, double dpi, PixelType pixelType, Compression compression, Quantization quantization) {
        this(quality, dpi, pixelType, compression, quantization, ColorOutput.PLAIN);
    }

    /** The same, left to the system's library or not. */
    public EncodeSettings by(Optional<SystemJpeg> other) {
        return new EncodeSettings(quality, dpi, pixelType, compression, quantization, colors, mostBytes, other);
    }
}
