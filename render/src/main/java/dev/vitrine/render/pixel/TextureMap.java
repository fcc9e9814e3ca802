package dev.vitrine.render.pixel;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * Where on an object's surface each view pixel lies (a UV map): at the pixel's center, in scene units, u to the right and v
 * down from the top-left of texture space.
 *
 * @param u row by row over the region
 * @param v likewise
 * @param island 0 where nothing is known; else 1 to 255: neighbours of different islands lie apart on the surface, and no
 *     value between them means anything
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity where it matters
public record TextureMap(Region region, float[] u, float[] v, byte[] island) {
    public TextureMap {
        int pixels = region.width() * region.height();
        checkArgument(u.length == pixels && v.length == pixels && island.length == pixels, "texture map of %s", region);
    }

    public long bytes() {
        return 9L * island.length;
    }
}
