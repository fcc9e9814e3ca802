package dev.vitrine.render.texture;

import dev.vitrine.core.value.RealPair;

/** How a {@link Laying} comes out for a picture of a certain size: as a larger picture, which is repeated straight. */
public interface Tiling {
    /** The picture to repeat. */
    MipMap lay(MipMap tile);

    /** Where a pixel of the tile lies in it. */
    RealPair place(RealPair pixel);

    /** Pixels of it per pixel of the tile. */
    double scale();
}
