package dev.vitrine.render.step;

import dev.vitrine.render.texture.SampleRow;

/** What an object wears, lit. Not safe for many threads. */
interface Paint {
    /** Writes the shaded colors of {@code count} canvas pixels from {@code x} on, with the material's own alpha. */
    void read(int x, int y, int count, SampleRow out);
}
