package dev.vitrine.render.codec;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * A picture as numbers of colors.
 *
 * @param palette 1 to 256 colors {@code 0xAARRGGBB}, straight alpha: a transparent one first, then translucent ones, then
 *     opaque ones
 * @param indexes one byte for each pixel, row by row
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Indexed(int width, int height, int[] palette, byte[] indexes) {
    Indexed {
        checkArgument(palette.length > 0 && palette.length <= 256, "%s colors", palette.length);
        checkArgument(indexes.length == width * height, "%s indexes", indexes.length);
    }

    /** How many colors come before the first opaque one. */
    int notOpaque() {
        int count = 0;
        while (count < palette.length && palette[count] >>> 24 != 255) {
            count++;
        }
        return count;
    }
}
