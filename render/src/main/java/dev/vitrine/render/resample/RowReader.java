package dev.vitrine.render.resample;

/** Hands out rows of a picture that may not exist as one. */
@FunctionalInterface
public interface RowReader {
    /**
     * Writes pixels {@code x} to {@code x + count - 1} of a row to the front of an array.
     *
     * @param y of the row, within the picture
     */
    void read(int x, int y, int count, int[] row);

    /** The rows of pixels that do exist. */
    static RowReader of(int[] pixels, int width) {
        return (x, y, count, row) -> System.arraycopy(pixels, y * width + x, row, 0, count);
    }
}
