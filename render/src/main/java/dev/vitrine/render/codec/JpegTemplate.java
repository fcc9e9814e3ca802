package dev.vitrine.render.codec;

import dev.vitrine.core.value.ImageFormat;
import dev.vitrine.core.value.JpegQuality;
import dev.vitrine.render.pixel.Pieces;
import dev.vitrine.render.pixel.PixelBuffer;

/**
 * A picture made ready for JPEG files of pictures that differ from it in a part: the units that do not differ are taken over, and
 * the file is the same, bit by bit, as without. Safe for many threads.
 */
public final class JpegTemplate {
    private final PixelBuffer picture;
    private final JpegQuality quality;
    private final int unit;
    private final JpegScan scan;

    private JpegTemplate(PixelBuffer picture, JpegQuality quality) {
        this.picture = picture;
        this.quality = quality;
        BaselineJpeg writer = writer(picture);
        this.unit = writer.unit();
        this.scan = writer.scan();
    }

    /**
     * Makes a picture ready.
     *
     * @param picture opaque; kept, so not to be written to any more
     */
    public static JpegTemplate of(PixelBuffer picture, JpegQuality quality) {
        return new JpegTemplate(picture, quality);
    }

    private BaselineJpeg writer(PixelBuffer pixels) {
        return new BaselineJpeg(
                pixels.width(), pixels.height(), pixels.argb(), quality.quality(), quality.fullChroma());
    }

    /** The picture itself. */
    public PixelBuffer picture() {
        return picture;
    }

    /** The side of the squares that are taken over, or not, as a whole. */
    public int unit() {
        return unit;
    }

    /** Bytes of memory. */
    public long bytes() {
        return picture.bytes() + scan.bytes();
    }

    /**
     * The file of a picture of the same size, with the profile that the settings embed and no other change of its colors.
     *
     * @param pixels opaque; only the squares of {@link #unit} pixels that hold what changed are looked at
     * @param changed holds all pixels that differ
     */
    public byte[] encode(PixelBuffer pixels, Pieces changed, EncodeSettings settings) {
        return ReplyEncoder.embedded(file(pixels, changed, settings.dpi()), ImageFormat.JPEG, settings);
    }

    private byte[] file(PixelBuffer pixels, Pieces changed, double dpi) {
        BaselineJpeg writer = writer(pixels);
        if (changed.isEmpty()) {
            return writer.file(scan.sequence(), JpegEncoder.density(dpi));
        }
        int across = writer.unitsAcross();
        Pieces units = changed.squares(unit);
        JpegScan fresh = writer.scan((int) units.area());
        JpegSequence out = fresh.sequence();
        BaselineJpeg.Units making = writer.units(widest(units));
        int[] before = new int[3];
        int done = 0;
        for (int row = 0; row < units.height(); row++) {
            for (int piece = units.first(row); piece < units.first(row + 1); piece++) {
                int from = units.from(piece);
                int to = units.to(piece);
                scan.copy(done, row * across + from, out, before);
                making.write(row, from, to - from, fresh, before);
                done = row * across + to;
            }
        }
        scan.copy(done, across * units.height(), out, before);
        return writer.file(out, JpegEncoder.density(dpi));
    }

    private static int widest(Pieces units) {
        int out = 0;
        for (int piece = 0; piece < units.first(units.height()); piece++) {
            out = Math.max(out, units.to(piece) - units.from(piece));
        }
        return out;
    }
}
