package dev.vitrine.render.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.vitrine.core.value.PixelType;
import dev.vitrine.render.pixel.PixelBuffer;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/**
 * Encapsulated PostScript, level 2: one picture of 8 bits, uncompressed and binary, as large as it is printed; what is transparent
 * becomes black. A profile stands in comments, as ICC.1:2001-04 has it in annex B, where programs that edit pictures look for
 * it; to printers the colors are those of the device.
 */
final class EpsEncoder implements Encoder {
    private static final int PROFILE_BYTES_PER_LINE = 32;

    @Override
    public byte[] encode(PixelBuffer pixels, EncodeSettings settings) {
        boolean gray = settings.pixelType() == PixelType.GRAY;
        return encode(gray ? Samples.gray(pixels) : Samples.rgb(pixels), settings);
    }

    byte[] encode(Samples samples, EncodeSettings settings) {
        PrintSize size = PrintSize.of(samples, settings.dpi());
        byte[] data = samples.all();
        String operator = "image\n";
        ByteArrayOutputStream out = new ByteArrayOutputStream(data.length + 1024);
        text(out, "%!PS-Adobe-3.0 EPSF-3.0\n");
        text(out, "%%BoundingBox: 0 0 " + size.wholeText() + "\n%%HiResBoundingBox: 0 0 " + size + "\n");
        text(out, "%%LanguageLevel: 2\n%%DocumentData: Binary\n%%Pages: 1\n%%EndComments\n%%Page: 1 1\n");
        settings.colors().embedded().ifPresent(profile -> profile(out, profile.bytes()));
        text(out, "gsave\n" + size + " scale\n/" + device(samples.type()) + " setcolorspace\n" + dictionary(samples));
        text(out, "%%BeginBinary: " + (operator.length() + data.length + 1) + "\n" + operator);
        out.writeBytes(data);
        text(out, "\n%%EndBinary\ngrestore\nshowpage\n%%EOF\n");
        return out.toByteArray();
    }

    /** Level 2 image dictionary (PostScript Language Reference, 4.10.5): the first row is the top one, the data follow. */
    private static String dictionary(Samples samples) {
        int width = samples.width();
        int height = samples.height();
        return "<< /ImageType 1 /Width " + width + " /Height " + height + " /BitsPerComponent 8 /Decode ["
                + "0 1 ".repeat(samples.colors()).strip() + "] /ImageMatrix [" + width + " 0 0 -" + height + " 0 "
                + height + "] /DataSource currentfile >>\n";
    }

    private static String device(PixelType type) {
        return switch (type) {
            case GRAY -> "DeviceGray";
            case RGB -> "DeviceRGB";
            case CMYK -> "DeviceCMYK";
        };
    }

    /** The bytes in hex, of a number that the end tells. */
    private static void profile(ByteArrayOutputStream out, byte[] bytes) {
        HexFormat hex = HexFormat.of().withUpperCase();
        text(out, "%%BeginICCProfile: (Photoshop Profile) -1 Hex\n");
        for (int at = 0; at < bytes.length; at += PROFILE_BYTES_PER_LINE) {
            int end = Math.min(bytes.length, at + PROFILE_BYTES_PER_LINE);
            text(out, "% " + hex.formatHex(bytes, at, end) + "\n");
        }
        text(out, "%%EndICCProfile\n");
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(US_ASCII));
    }
}
