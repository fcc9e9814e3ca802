package dev.vitrine.render.pixel;

import static com.google.common.base.Preconditions.checkArgument;

import dev.vitrine.core.value.Size;
import java.util.Arrays;

/**
 * The one picture type: rows of packed {@code 0xAARRGGBB} pixels, top to bottom, without padding. Components are encoded
 * values of the working space (not linear light); alpha is straight, never premultiplied. The array belongs to the buffer:
 * whoever gets a buffer from a cache must not write to it. One that is <em>fixed</em> is opaque and nobody writes to it, so it
 * stays opaque and may be part of many replies.
 */
public final class PixelBuffer {
    private final int width;
    private final int height;
    private final int[] argb;
    private final boolean isFixed;

    public PixelBuffer(int width, int height, int[] argb) {
        this(width, height, argb, false);
    }

    private PixelBuffer(int width, int height, int[] argb, boolean isFixed) {
        checkArgument(width > 0 && height > 0 && argb.length == width * height, "%s x %s", width, height);
        this.width = width;
        this.height = height;
        this.argb = argb;
        this.isFixed = isFixed;
    }

    /** Transparent black. The caller has checked the size against its budget. */
    public static PixelBuffer blank(int width, int height) {
        return new PixelBuffer(width, height, new int[Math.multiplyExact(width, height)]);
    }

    /** Finished pixels, all of them opaque: from now on nobody writes to them. */
    public PixelBuffer fixed() {
        return new PixelBuffer(width, height, argb, true);
    }

    public boolean isFixed() {
        return isFixed;
    }

    /** The same buffer, or a copy where nobody may write to it. */
    public PixelBuffer writable() {
        return isFixed ? copy() : this;
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

    /** Whether every pixel is opaque. */
    public boolean isOpaque() {
        return isFixed || common(0, argb.length) >>> 24 == 255;
    }

    /** Whether every pixel of a part is opaque. */
    public boolean isOpaque(Pieces part) {
        int all = -1;
        for (int y = 0; y < height; y++) {
            for (int piece = part.first(y); piece < part.first(y + 1); piece++) {
                all &= common(y * width + part.from(piece), y * width + part.to(piece));
            }
        }
        return all >>> 24 == 255;
    }

    /** The bits that are set in all of some pixels; four at a time, so that none waits for the one before. */
    private int common(int from, int to) {
        int a = -1;
        int b = -1;
        int c = -1;
        int d = -1;
        int i = from;
        for (; i < to - 3; i += 4) {
            a &= argb[i];
            b &= argb[i + 1];
            c &= argb[i + 2];
            d &= argb[i + 3];
        }
        for (; i < to; i++) {
            a &= argb[i];
        }
        return a & b & c & d;
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

    /** Puts the pixels of another picture of this size in the place of this one's, but for a part. */
    public void pasteAround(Pieces part, PixelBuffer other) {
        checkArgument(width == other.width && height == other.height, "%s, not %s", other.size(), size());
        int from = 0;
        for (int y = 0; y < height; y++) {
            for (int piece = part.first(y); piece < part.first(y + 1); piece++) {
                int to = y * width + part.from(piece);
                System.arraycopy(other.argb, from, argb, from, to - from);
                from = y * width + part.to(piece);
            }
        }
        System.arraycopy(other.argb, from, argb, from, argb.length - from);
    }

    /** The same within some squares of this side, which hold all of the part; see {@link Pieces#squares}. */
    public void pasteAround(Pieces part, PixelBuffer other, Pieces squares, int side) {
        checkArgument(width == other.width && height == other.height, "%s, not %s", other.size(), size());
        for (int y = 0; y < height; y++) {
            int row = y * width;
            int piece = part.first(y);
            for (int i = squares.first(y / side); i < squares.first(y / side + 1); i++) {
                int from = row + squares.from(i) * side;
                int end = row + Math.min(width, squares.to(i) * side);
                for (; piece < part.first(y + 1) && row + part.from(piece) < end; piece++) {
                    int to = row + part.from(piece);
                    System.arraycopy(other.argb, from, argb, from, to - from);
                    from = row + part.to(piece);
                }
                System.arraycopy(other.argb, from, argb, from, end - from);
            }
        }
    }

    /** Puts a part of a picture of the same size where it is there. */
    public void paste(Pieces part, PixelBuffer other) {
        checkArgument(width == other.width && height == other.height, "%s, not %s", other.size(), size());
        for (int y = 0; y < height; y++) {
            for (int piece = part.first(y); piece < part.first(y + 1); piece++) {
                int at = y * width + part.from(piece);
                System.arraycopy(other.argb, at, argb, at, part.to(piece) - part.from(piece));
            }
        }
    }

    /**
     * The pixels in which another picture of this size differs, and perhaps some between them: pieces of rows end where a number of
     * pixels are the same.
     */
    public Pieces difference(PixelBuffer other) {
        checkArgument(width == other.width && height == other.height, "%s, not %s", other.size(), size());
        Pieces.Maker out = new Pieces.Maker(width, height);
        int next = argb == other.argb ? argb.length : mismatch(other, 0, argb.length);
        for (int y = 0; y < height; y++) {
            int row = y * width;
            int end = row + width;
            while (next < end) {
                int behind = pieceEnd(other, next, end);
                out.add(next - row, behind - row);
                next = mismatch(other, behind, argb.length);
            }
            out.endRow();
        }
        return out.make();
    }

    /** The first pixel from {@code from} on that differs, else {@code to}. */
    private int mismatch(PixelBuffer other, int from, int to) {
        int at = Arrays.mismatch(argb, from, to, other.argb, from, to);
        return at < 0 ? to : from + at;
    }

    /** Where a piece that begins at {@code from} ends: before {@link Pieces#GAP} pixels that are the same, or the row's end. */
    private int pieceEnd(PixelBuffer other, int from, int to) {
        int at = from + 1;
        while (at < to) {
            int step = Math.min(Pieces.GAP, to - at);
            if (argb[at] == other.argb[at] && Arrays.equals(argb, at, at + step, other.argb, at, at + step)) {
                break;
            }
            at += step;
        }
        while (argb[at - 1] == other.argb[at - 1]) {
            at--;
        }
        return at;
    }

    public PixelBuffer copy() {
        return new PixelBuffer(width, height, argb.clone());
    }

    /** Bytes of memory that the pixels take. */
    public long bytes() {
        return 4L * argb.length;
    }
}
