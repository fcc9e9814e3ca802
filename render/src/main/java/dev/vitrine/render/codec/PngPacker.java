package dev.vitrine.render.codec;

/** Takes the filtered rows of a PNG file one after the other, and hands out the data of its IDAT chunk. */
interface PngPacker extends AutoCloseable {
    /** Takes the front of an array, which may be used again afterwards. */
    void add(byte[] data, int length);

    /** What has become of all of them, in zlib's format; to be called once, behind at least one row. */
    byte[] finish();

    @Override
    default void close() {}
}
