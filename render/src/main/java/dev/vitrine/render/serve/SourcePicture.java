package dev.vitrine.render.serve;

import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.PixelBuffer;
import java.util.function.IntFunction;

/**
 * A picture that layers are made of. Some can be had smaller in less time than whole.
 *
 * @param size of the whole picture
 * @param shrinks whether it can be had smaller
 * @param pixels hands out pixels, which may be shared, each the mean of so many times as many of the whole picture; 1 for the whole
 *     picture, and if it shrinks also 2, 4 and 8 as far as they divide width and height
 */
public record SourcePicture(Size size, boolean shrinks, IntFunction<PixelBuffer> pixels) {
    /** What is there already. */
    public static SourcePicture of(PixelBuffer pixels) {
        return new SourcePicture(pixels.size(), false, factor -> pixels);
    }

    /** All of it. */
    PixelBuffer whole() {
        return pixels.apply(1);
    }
}
