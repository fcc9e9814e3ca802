package dev.vitrine.catalog.resolve;

import dev.vitrine.core.value.Compression;
import dev.vitrine.core.value.JpegQuality;
import dev.vitrine.core.value.Quantization;
import dev.vitrine.core.value.ReplyFormat;

/**
 * How the picture of a reply becomes a file.
 *
 * @param quality for lossy formats
 * @param compression for formats that leave a choice: the one asked for, else the catalog's
 * @param quantization for formats with a palette
 * @param colors in which profile
 * @param mostKilobytes of a JPEG file; 0 is no limit
 */
public record ReplyEncoding(
        ReplyFormat format,
        JpegQuality quality,
        Compression compression,
        Quantization quantization,
        ReplyColors colors,
        int mostKilobytes) {
    /** With what a request gets that says nothing more. */
    public ReplyEncoding(ReplyFormat format, JpegQuality quality) {
        this(format, quality, Compression.NONE, Quantization.DEFAULT, ReplyColors.PLAIN, 0);
    }
}
