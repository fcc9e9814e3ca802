package dev.vitrine.render.pixel;

import static com.google.common.base.Preconditions.checkArgument;

import dev.vitrine.core.value.Size;

/**
 * The one picture type: rows of packed {@code 0xAARRGGBB} pixels, top to bottom, without padding. Components are encoded
 * values of the working space (not linear light); alpha is straight, never premultiplied. The array belongs to the buffer:
 * whoever gets a buffer from a cache must not write to it.
 */
public final class PixelBuffer {
    private final int width;
    private final int height;
    private final int[] argb;

    public PixelBuffer(int width, int height, int[] argb) {
        checkArgument(width > 0 && height > 0 && argb.length == width * height, "%s x %s", width, height);
        this.width = width;
        this.height = height;
        this.argb = argb;
    }

    /** Transparent black. The caller has checked the size against its budget. */
    public static PixelBuffer blank(int width, int height) {
        return new PixelBuffer(width, height, new int[Math.multiplyExact(width, height)]);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public Size size() {
        return new Size(width, height);
    }

    /** The pixels themselves, row by row. */
    public int[] argb() {
        return argb;
    }

    public int at(int x, int y) {
        return argb[y * width + x];
    }

    public PixelBuffer copy() {
        return new PixelBuffer(width, height, argb.clone());
    }

    /** Bytes of memory that the pixels take. */
    public long bytes() {
        return 4L * argb.length;
    }
}
