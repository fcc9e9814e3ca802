package dev.vitrine.render.codec;

import dev.vitrine.core.value.ImageFormat;
import dev.vitrine.core.value.JpegQuality;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;

/**
 * A picture made ready for JPEG files of pictures that differ from it in a part: the units that do not differ are taken over, and
 * the file is the same, bit by bit, as without. Safe for many threads.
 */
public final class JpegTemplate {
    private final PixelBuffer picture;
    private final JpegQuality quality;
    private final JpegScan scan;

    private JpegTemplate(PixelBuffer picture, JpegQuality quality) {
        this.picture = picture;
        this.quality = quality;
        this.scan = writer(picture).scan();
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

    /** Bytes of memory. */
    public long bytes() {
        return picture.bytes() + scan.bytes();
    }

    /**
     * The file of a picture of the same size, with the profile that the settings embed and no other change of its colors.
     *
     * @param pixels opaque
     * @param changed holds all pixels that differ
     */
    public byte[] encode(PixelBuffer pixels, Region changed, EncodeSettings settings) {
        return ReplyEncoder.embedded(file(pixels, changed, settings.dpi()), ImageFormat.JPEG, settings);
    }

    private byte[] file(PixelBuffer pixels, Region changed, double dpi) {
        BaselineJpeg writer = writer(pixels);
        if (changed.isEmpty()) {
            return writer.file(scan.tokens(), JpegEncoder.density(dpi));
        }
        int side = writer.unit();
        int across = writer.unitsAcross();
        int left = changed.x() / side;
        int right = (changed.right() - 1) / side + 1;
        int top = changed.y() / side;
        int bottom = (changed.bottom() - 1) / side + 1;
        JpegScan fresh = new JpegScan((right - left) * (bottom - top), writer.tokens());
        BaselineJpeg.Units units = writer.units(right - left);
        int[] before = new int[3];
        scan.copy(0, top * across + left, fresh.tokens(), before);
        for (int row = top; row < bottom; row++) {
            units.write(row, left, right - left, fresh, before);
            int next = row + 1 < bottom ? (row + 1) * across + left : writer.unitsDown() * across;
            scan.copy(row * across + right, next, fresh.tokens(), before);
        }
        return writer.file(fresh.tokens(), JpegEncoder.density(dpi));
    }
}
