package dev.vitrine.render.step;

import dev.vitrine.render.texture.FixedRow;
import dev.vitrine.render.texture.SampleRow;
import java.util.Optional;

/** What an object wears, lit. Not safe for many threads. */
interface Paint {
    /** Writes the shaded colors of {@code count} canvas pixels from {@code x} on, with the material's own alpha. */
    void read(int x, int y, int count, SampleRow out);

    /** The same colors in whole numbers, if they are opaque and there is a quicker way to them. */
    default Optional<Fixed> fixed() {
        return Optional.empty();
    }

    /** The quick way for pixels of which nothing shows through, if there is one; it paints the same as {@link #read}. */
    default Optional<Filling> filling() {
        return Optional.empty();
    }

    /** Paints straight on the canvas. */
    @FunctionalInterface
    interface Filling {
        /** Paints {@code count} canvas pixels from {@code x} on. */
        void fill(int x, int y, int count, Canvas canvas);
    }

    /** Shaded colors in whole numbers. */
    @FunctionalInterface
    interface Fixed {
        /**
         * Writes the colors of {@code count} canvas pixels from {@code x} on.
         *
         * @return false if that cannot be done for these, and {@link Paint#read} has to
         */
        boolean read(int x, int y, int count, FixedRow out);
    }
}
