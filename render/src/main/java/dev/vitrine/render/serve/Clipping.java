package dev.vitrine.render.serve;

import dev.vitrine.catalog.resolve.Clip;
import dev.vitrine.core.limit.Deadline;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;

/** Takes away what a path leaves out of a picture. */
final class Clipping {
    private Clipping() {}

    /**
     * A clipped picture: the same buffer, unless it is fixed.
     *
     * @param part where it lies, in pixels from where the units of the paths begin
     * @param across pixels for each of those units
     */
    static PixelBuffer clip(
            Clip clip,
            PixelBuffer picture,
            Region part,
            double across,
            double down,
            PixelBudget budget,
            Deadline deadline) {
        if (clip.isNone()) {
            return picture;
        }
        budget.take(part);
        PixelBuffer out = picture.writable();
        keep(out, new PathCover(clip.within().orElseThrow(), across, down).of(part, deadline), 0);
        clip.without().ifPresent(path -> keep(out, new PathCover(path, across, down).of(part, deadline), 255));
        return out;
    }

    private static void keep(PixelBuffer picture, int[] cover, int flip) {
        int[] argb = picture.argb();
        for (int i = 0; i < argb.length; i++) {
            int alpha = ((argb[i] >>> 24) * (cover[i] ^ flip) + 127) / 255;
            argb[i] = alpha << 24 | (argb[i] & 0xffffff);
        }
    }
}
