package dev.vitrine.render.codec;

import dev.vitrine.core.value.PixelType;

/**
 * The pixels of a PDF file, packed or not.
 *
 * @param entries what the dictionary of the stream says of it
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record PdfPixels(String entries, byte[] bytes) {
    static PdfPixels plain(Samples samples) {
        return new PdfPixels("", samples.all());
    }

    /** Filtered and packed as in a PNG file, whose filters PDF has taken over (ISO 32000-1, 7.4.4.4). */
    static PdfPixels packed(Samples samples) {
        PngRows rows = new PngRows(samples.height(), samples.rowBytes(), samples.channels(), samples.rows());
        byte[] data = PngTrial.best(rows).pack(rows, 0, samples.height());
        String form = " /Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors " + samples.channels() + " /Columns "
                + samples.width() + " >>";
        return new PdfPixels(form, data);
    }

    /** A JPEG file; one of ink holds it inverted, which the dictionary undoes. */
    static PdfPixels jpeg(PixelType type, byte[] file) {
        String inverted = type == PixelType.CMYK ? " /Decode [1 0 1 0 1 0 1 0]" : "";
        return new PdfPixels(" /Filter /DCTDecode" + inverted, file);
    }
}
