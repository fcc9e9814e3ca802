package dev.vitrine.render.step;

import dev.vitrine.render.texture.SampleRow;

/** What an object wears, lit. Not safe for many threads. */
interface Paint {
    /** Writes the shaded colors of {@code count} canvas pixels from {@code x} on, with the material's own alpha. */
    void read(int x, int y, int count, SampleRow out);

    /** Whether {@link #fill} may be used. */
    default boolean fills() {
        return false;
    }

    /** Paints {@code count} canvas pixels from {@code x} on, of which nothing shows through; the same as with {@link #read}. */
    default void fill(int x, int y, int count, Canvas canvas) {
        throw new UnsupportedOperationException("a paint that does not fill");
    }
}
