package dev.vitrine.render.pixel;

import static com.google.common.base.Preconditions.checkArgument;

import dev.vitrine.core.value.Size;
import java.util.Arrays;

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

    /** The rectangle that the picture covers. */
    public Region region() {
        return new Region(0, 0, width, height);
    }

    /** Whether every pixel of a part is opaque. */
    public boolean isOpaque(Region part) {
        int all = -1;
        for (int y = part.y(); y < part.bottom(); y++) {
            int from = y * width + part.x();
            for (int i = from; i < from + part.width(); i++) {
                all &= argb[i];
            }
        }
        return all >>> 24 == 255;
    }

    /** A copy of a part, which lies within the picture; the same buffer if that is all of it. */
    public PixelBuffer cut(Region part) {
        if (part.equals(region())) {
            return this;
        }
        PixelBuffer out = blank(part.width(), part.height());
        out.paste(this, -part.x(), -part.y());
        return out;
    }

    /** Puts another picture's pixels in the place of this one's, as far as it lies within this one. */
    public void paste(PixelBuffer other, int left, int top) {
        Region seen = other.region().moved(left, top).intersect(region());
        for (int y = seen.y(); y < seen.bottom(); y++) {
            int from = (y - top) * other.width + seen.x() - left;
            System.arraycopy(other.argb, from, argb, y * width + seen.x(), seen.width());
        }
    }

    /** The smallest region that holds all pixels in which another picture of this size differs; empty if it is the same. */
    public Region difference(PixelBuffer other) {
        checkArgument(width == other.width && height == other.height, "%s, not %s", other.size(), size());
        int first = argb == other.argb ? -1 : Arrays.mismatch(argb, other.argb);
        if (first < 0) {
            return Region.EMPTY;
        }
        int top = first / width;
        int bottom = height;
        while (isSame(other, bottom - 1, 0, width)) {
            bottom--;
        }
        int left = width;
        int right = 0;
        for (int y = top; y < bottom; y++) {
            int row = y * width;
            int mismatch = Arrays.mismatch(argb, row, row + left, other.argb, row, row + left);
            left = mismatch < 0 ? left : mismatch;
            if (!isSame(other, y, right, width)) {
                right = lastDifference(other, y) + 1;
            }
        }
        return new Region(left, top, right - left, bottom - top);
    }

    private boolean isSame(PixelBuffer other, int y, int from, int to) {
        int row = y * width;
        return Arrays.equals(argb, row + from, row + to, other.argb, row + from, row + to);
    }

    private int lastDifference(PixelBuffer other, int y) {
        int x = width - 1;
        while (at(x, y) == other.at(x, y)) {
            x--;
        }
        return x;
    }

    public PixelBuffer copy() {
        return new PixelBuffer(width, height, argb.clone());
    }

    /** Bytes of memory that the pixels take. */
    public long bytes() {
        return 4L * argb.length;
    }
}
