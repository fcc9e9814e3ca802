package dev.vitrine.render.resample;

import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;

/** Hands out rows of a picture that may not exist as one. */
@FunctionalInterface
public interface RowReader {
    /**
     * Writes pixels {@code x} to {@code x + count - 1} of a row to the front of an array.
     *
     * @param y of the row, within the picture
     */
    void read(int x, int y, int count, int[] row);

    /** Whether all pixels are known to be opaque. */
    default boolean isOpaque() {
        return false;
    }

    /** A part of the picture, on pixels of its own or on those of a fixed buffer. */
    default PixelBuffer part(Region part) {
        int[] out = new int[part.width() * part.height()];
        int[] row = new int[part.width()];
        for (int y = 0; y < part.height(); y++) {
            read(part.x(), part.y() + y, part.width(), row);
            System.arraycopy(row, 0, out, y * part.width(), part.width());
        }
        return new PixelBuffer(part.width(), part.height(), out);
    }

    /** The rows of pixels that do exist. */
    static RowReader of(int[] pixels, int width) {
        return (x, y, count, row) -> System.arraycopy(pixels, y * width + x, row, 0, count);
    }

    /** The rows of a buffer; all of them together are the buffer itself, should it be fixed. */
    static RowReader of(PixelBuffer picture) {
        return new Whole(picture);
    }

    /** All rows of a picture that is there. */
    record Whole(PixelBuffer picture) implements RowReader {
        @Override
        public void read(int x, int y, int count, int[] row) {
            System.arraycopy(picture.argb(), y * picture.width() + x, row, 0, count);
        }

        @Override
        public boolean isOpaque() {
            return picture.isFixed();
        }

        @Override
        public PixelBuffer part(Region part) {
            return part.equals(picture.region()) && picture.isFixed() ? picture : RowReader.super.part(part);
        }
    }
}
