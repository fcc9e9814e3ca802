package dev.vitrine.render.pixel;

import static com.google.common.base.Preconditions.checkArgument;

/** A rectangle of whole pixels within a view: from {@code x,y} (inclusive) on; may be empty. */
public record Region(int x, int y, int width, int height) {
    public static final Region EMPTY = new Region(0, 0, 0, 0);

    public Region {
        checkArgument(width >= 0 && height >= 0, "region %s x %s", width, height);
    }

    public int right() {
        return x + width;
    }

    public int bottom() {
        return y + height;
    }

    /** Pixels. */
    public long area() {
        return (long) width * height;
    }

    public boolean isEmpty() {
        return width == 0 || height == 0;
    }

    public boolean contains(int px, int py) {
        return px >= x && py >= y && px < right() && py < bottom();
    }

    /** The same rectangle elsewhere. */
    public Region moved(int right, int down) {
        return new Region(x + right, y + down, width, height);
    }

    /** With so many pixels more on every side; stays empty if it is. */
    public Region grown(int pixels) {
        return isEmpty() ? this : new Region(x - pixels, y - pixels, width + 2 * pixels, height + 2 * pixels);
    }

    public Region intersect(Region other) {
        int left = Math.max(x, other.x);
        int top = Math.max(y, other.y);
        int w = Math.min(right(), other.right()) - left;
        int h = Math.min(bottom(), other.bottom()) - top;
        return w <= 0 || h <= 0 ? EMPTY : new Region(left, top, w, h);
    }
}
