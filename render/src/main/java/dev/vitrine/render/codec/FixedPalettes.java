package dev.vitrine.render.codec;

import java.util.stream.IntStream;

/** The palettes that are the same for every picture, as opaque colors. */
final class FixedPalettes {
    private FixedPalettes() {}

    /** The 216 colors with each component a multiple of 51. */
    static IntStream web() {
        return IntStream.range(0, 216)
                .map(i -> 0xff000000 | (i / 36 * 51) << 16 | (i / 6 % 6 * 51) << 8 | (i % 6 * 51));
    }

    /**
     * The 256 colors of the Macintosh's 8-bit system palette: the cube of {@link #web}, and ramps of red, green, blue and gray
     * with the multiples of 17 between its steps.
     */
    static IntStream mac() {
        int[] units = {0x010000, 0x000100, 0x000001, 0x010101};
        return IntStream.concat(
                web(),
                IntStream.of(units)
                        .flatMap(unit -> IntStream.rangeClosed(1, 14)
                                .filter(step -> step % 3 != 0)
                                .map(step -> 0xff000000 | 17 * step * unit)));
    }
}
