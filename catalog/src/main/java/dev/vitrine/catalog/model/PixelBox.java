package dev.vitrine.catalog.model;

import static com.google.common.base.Preconditions.checkArgument;

/** A width and a height in pixels, where 0 means that a side is not constrained. */
public record PixelBox(int width, int height) {
    public static final PixelBox UNCONSTRAINED = new PixelBox(0, 0);

    public PixelBox {
        checkArgument(width >= 0 && height >= 0, "pixel box %s x %s", width, height);
    }

    /** As catalogs write it. */
    @Override
    public String toString() {
        return width + "," + height;
    }
}
