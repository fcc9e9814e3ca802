package dev.vitrine.render.codec;

import com.google.common.collect.ImmutableList;
import dev.vitrine.core.failure.Failures;

/** The image formats that are read, told apart by their first bytes and never by a file's suffix. */
enum SourceFormat {
    PNG("com.sun.imageio.plugins.png.PNGImageReaderSpi", "89504e470d0a1a0a"),
    JPEG("com.sun.imageio.plugins.jpeg.JPEGImageReaderSpi", "ffd8ff"),
    GIF("com.sun.imageio.plugins.gif.GIFImageReaderSpi", "474946383761", "474946383961"),
    BMP("com.sun.imageio.plugins.bmp.BMPImageReaderSpi", "424d"),
    TIFF("com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi", "49492a00", "4d4d002a", "49492b00", "4d4d002b"),
    WEBP("com.luciad.imageio.webp.WebPImageReaderSpi", "52494646........57454250");

    private final String reader;
    private final ImmutableList<String> signatures;

    /** @param signatures hex, with dots for bytes that may be anything */
    SourceFormat(String reader, String... signatures) {
        this.reader = reader;
        this.signatures = ImmutableList.copyOf(signatures);
    }

    /** Class name of the ImageIO provider whose reader takes this format. */
    String reader() {
        return reader;
    }

    static SourceFormat of(SourceBytes source) {
        for (SourceFormat format : values()) {
            for (String signature : format.signatures) {
                if (startsWith(source.data(), signature)) {
                    return format;
                }
            }
        }
        throw Failures.sourceUnsupported(source.name(), "not a PNG, JPEG, TIFF, GIF, BMP or WebP image");
    }

    private static boolean startsWith(byte[] data, String hex) {
        if (data.length < hex.length() / 2) {
            return false;
        }
        for (int i = 0; i < hex.length() / 2; i++) {
            boolean any = hex.charAt(2 * i) == '.';
            if (!any && (data[i] & 0xff) != Integer.parseInt(hex, 2 * i, 2 * i + 2, 16)) {
                return false;
            }
        }
        return true;
    }
}
