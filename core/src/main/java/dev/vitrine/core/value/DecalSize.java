package dev.vitrine.core.value;

import static com.google.common.base.Preconditions.checkArgument;

/** The size of a decal in scene units; 0 means "not given": one given side keeps the image's shape. */
public record DecalSize(double width, double height, double thickness) {
    public static final DecalSize FROM_RESOLUTION = new DecalSize(0, 0, 0);

    public DecalSize {
        checkArgument(width >= 0 && height >= 0 && thickness >= 0, "decal size %s,%s,%s", width, height, thickness);
    }
}
