package dev.vitrine.render.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes PDF files (ISO 32000-1) of one page that one picture covers, as large as it is printed: gray, RGB or CMYK of 8 bits, of
 * the devices or of a profile. There is nothing in the file that a clock or a chance decides.
 */
final class PdfWriter {
    /** The longest side of a page in its own units (annex C.2). */
    private static final int MOST_UNITS = 14_400;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Integer> offsets = new ArrayList<>();

    private PdfWriter() {}

    /**
     * The file.
     *
     * @param samples size and type of the picture
     * @param data its pixels as a stream of the file
     */
    static byte[] write(Samples samples, PdfPixels data, EncodeSettings settings) {
        PdfWriter writer = new PdfWriter();
        // the second line tells programs that move files that this one is binary
        writer.text("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        writer.page(PrintSize.of(samples, settings.dpi()));
        writer.picture(samples, data, settings);
        return writer.withTable();
    }

    private void page(PrintSize size) {
        int unit = (int) Math.max(1, Math.ceil(Math.max(size.width(), size.height()) / MOST_UNITS));
        PrintSize page = size.divided(unit);
        object("<< /Type /Catalog /Pages 2 0 R >>");
        object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + page + "]"
                + (unit > 1 ? " /UserUnit " + unit : "")
                + " /Contents 4 0 R /Resources << /XObject << /Picture 5 0 R >> >> >>");
        String content = "q " + PrintSize.text(page.width()) + " 0 0 " + PrintSize.text(page.height())
                + " 0 0 cm /Picture Do Q\n";
        stream("", content.getBytes(ISO_8859_1));
    }

    private void picture(Samples samples, PdfPixels data, EncodeSettings settings) {
        boolean hasProfile = settings.colors().embedded().isPresent();
        String device = device(samples);
        String space = hasProfile ? "[/ICCBased 6 0 R]" : device;
        stream(
                "/Type /XObject /Subtype /Image /Width " + samples.width() + " /Height " + samples.height()
                        + " /ColorSpace " + space + " /BitsPerComponent 8" + data.entries(),
                data.bytes());
        settings.colors()
                .embedded()
                .ifPresent(
                        profile -> stream("/N " + samples.colors() + " /Alternate " + device + " ", profile.bytes()));
    }

    private static String device(Samples samples) {
        return switch (samples.type()) {
            case GRAY -> "/DeviceGray";
            case RGB -> "/DeviceRGB";
            case CMYK -> "/DeviceCMYK";
        };
    }

    private void object(String content) {
        begin();
        text(content + "\nendobj\n");
    }

    private void stream(String entries, byte[] data) {
        begin();
        text("<< " + entries + " /Length " + data.length + " >>\nstream\n");
        out.writeBytes(data);
        text("\nendstream\nendobj\n");
    }

    private void begin() {
        offsets.add(out.size());
        text(offsets.size() + " 0 obj\n");
    }

    private byte[] withTable() {
        int at = out.size();
        int count = offsets.size() + 1;
        text("xref\n0 " + count + "\n0000000000 65535 f \n");
        offsets.forEach(offset -> text(String.format(Locale.ROOT, "%010d 00000 n \n", offset)));
        text("trailer\n<< /Size " + count + " /Root 1 0 R >>\nstartxref\n" + at + "\n%%EOF\n");
        return out.toByteArray();
    }

    private void text(String text) {
        out.writeBytes(text.getBytes(ISO_8859_1));
    }
}
