package dev.vitrine.render.scene;

import static com.google.common.base.Preconditions.checkArgument;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.resample.Edge;
import dev.vitrine.render.resample.UnsharpMask;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What is to become of a package.
 *
 * @param crop the part of the full-size view to keep
 * @param sizes of the views, the largest first; no side longer than that of the part
 * @param viewQuality of a view that is stored as JPEG; absent for PNG
 * @param materials whether embedded materials are kept
 * @param sharpening of views that are scaled
 */
public record Conversion(
        Region crop, List<Size> sizes, OptionalInt viewQuality, boolean materials, Optional<UnsharpMask> sharpening) {
    public Conversion {
        sizes = List.copyOf(sizes);
        checkArgument(!crop.isEmpty() && !sizes.isEmpty(), "nothing is left");
    }

    /** A view that was made of a larger one, sharpened if that is asked for. */
    PixelBuffer finished(PixelBuffer view) {
        boolean whole = view.width() == crop.width() && view.height() == crop.height();
        return sharpening
                .filter(mask -> !whole)
                .map(mask -> mask.apply(view, Edge.CLAMP, Deadline.never()))
                .orElse(view);
    }

    /**
     * The sizes of a single-resolution, multi-resolution or pyramid vignette, the largest first. The first width and height
     * bound the first size together; each further width or height makes another size by itself; a pyramid adds halves of the
     * largest one until both sides are at most 128. Nothing is scaled up.
     *
     * @param full the size of what is kept
     * @param widths 0 for the full width; empty for no bound
     * @param heights likewise; of both lists at most one holds several
     */
    public static List<Size> sizes(Size full, List<Integer> widths, List<Integer> heights, boolean pyramid) {
        checkArgument(widths.size() < 2 || heights.size() < 2, "several widths and several heights");
        Set<Size> found = new LinkedHashSet<>();
        int width = bound(widths, full.width());
        int height = bound(heights, full.height());
        found.add(smaller(full, Math.min((double) width / full.width(), (double) height / full.height())));
        widths.stream()
                .skip(1)
                .forEach(w -> found.add(smaller(full, (double) bound(List.of(w), full.width()) / full.width())));
        heights.stream()
                .skip(1)
                .forEach(h -> found.add(smaller(full, (double) bound(List.of(h), full.height()) / full.height())));
        List<Size> sizes = new ArrayList<>(found);
        sizes.sort(Comparator.comparingLong(Size::pixels).reversed());
        if (pyramid) {
            found.addAll(Pyramid.HALVES.sizes(sizes.get(0)));
            sizes = new ArrayList<>(found);
            sizes.sort(Comparator.comparingLong(Size::pixels).reversed());
        }
        return sizes;
    }

    private static int bound(List<Integer> bounds, int full) {
        return bounds.isEmpty() || bounds.get(0) == 0 ? full : bounds.get(0);
    }

    private static Size smaller(Size full, double scale) {
        return scale >= 1 ? full : full.scaled(scale);
    }
}
