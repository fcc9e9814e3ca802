package dev.vitrine.render.scene;

import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.Mask;
import dev.vitrine.render.pixel.Region;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Makes masks add up to at most 1 at every pixel: what the last one covers is taken from those before it. */
final class MaskSync {
    private MaskSync() {}

    /** The masks in the same order, reduced where they overlap. */
    static List<Mask> reduce(List<Mask> masks, Size view) {
        byte[] taken = new byte[Math.toIntExact(view.pixels())];
        List<Mask> out = new ArrayList<>();
        for (int i = masks.size() - 1; i >= 0; i--) {
            out.add(reduce(masks.get(i), taken, view.width()));
        }
        Collections.reverse(out);
        return out;
    }

    private static Mask reduce(Mask mask, byte[] taken, int width) {
        Region region = mask.region();
        byte[] coverage = mask.coverage().clone();
        for (int i = 0; i < coverage.length; i++) {
            int at = (region.y() + i / region.width()) * width + region.x() + i % region.width();
            int left = 255 - (taken[at] & 0xff);
            coverage[i] = (byte) Math.min(coverage[i] & 0xff, left);
            taken[at] += coverage[i];
        }
        return new Mask(region, coverage);
    }
}
