package dev.vitrine.render.codec;

/**
 * The rows of a picture on its way into a PNG file.
 *
 * @param height how many there are
 * @param length bytes of one
 * @param step bytes of a pixel
 */
record PngRows(int height, int length, int step, PngWriter.Rows source) {}
