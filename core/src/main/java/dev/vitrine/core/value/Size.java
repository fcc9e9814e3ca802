package dev.vitrine.core.value;

import static com.google.common.base.Preconditions.checkArgument;

/** A whole-pixel size, at least 1 × 1. */
public record Size(int width, int height) {
    public Size {
        checkArgument(width > 0 && height > 0, "size %s x %s", width, height);
    }

    public long pixels() {
        return (long) width * height;
    }

    /** Largest size of this shape inside {@code box}; no side rounds to 0. */
    public Size fitInto(Size box) {
        double scale = Math.min((double) box.width / width, (double) box.height / height);
        return scaled(scale);
    }

    /** This size times a factor, each side rounded to the nearest pixel and at least 1. */
    public Size scaled(double factor) {
        return new Size(side(width * factor), side(height * factor));
    }

    private static int side(double length) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.round(length)));
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
