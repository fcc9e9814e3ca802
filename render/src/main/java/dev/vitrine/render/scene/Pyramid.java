package dev.vitrine.render.scene;

import dev.vitrine.core.value.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which smaller renditions of the view a package gets.
 *
 * @param widths those and no others, in pixels, from large to small; absent for halves of halves
 */
record Pyramid(Optional<List<Integer>> widths) {
    /** Halving goes on until both sides are at most this. */
    static final int SMALLEST = 128;

    static final Pyramid HALVES = new Pyramid(Optional.empty());

    private static final int MOST_LEVELS = 16;
    private static final int WIDEST = 100_000;

    Pyramid {
        widths = widths.map(List::copyOf);
    }

    /** Reads one of the words it knows, or a list of widths in any order, each a number or an object with a {@code width}. */
    static Pyramid read(ManifestNode node) {
        if (node.isText()) {
            String word = node.text("");
            if (!word.equals("pyramid") && !word.equals("none")) {
                node.error("must be pyramid, none or a list of widths");
            }
            return word.equals("none") ? new Pyramid(Optional.of(List.of())) : HALVES;
        }
        if (!node.isPresent()) {
            return HALVES;
        }
        TreeSet<Integer> widths = new TreeSet<>(Collections.reverseOrder());
        for (ManifestNode item : node.items()) {
            widths.add((item.isObject() ? item.at("width") : item).requireInteger(1, WIDEST));
        }
        if (widths.size() > MOST_LEVELS) {
            node.error("at most " + MOST_LEVELS + " levels are read");
        }
        return new Pyramid(Optional.of(List.copyOf(widths)));
    }

    /** The sizes of all levels, the full size first. Nothing is scaled up: widths that are no smaller than the full size are left out. */
    List<Size> sizes(Size full) {
        List<Size> sizes = new ArrayList<>(List.of(full));
        if (widths.isPresent()) {
            widths.get().stream()
                    .filter(width -> width < full.width())
                    .map(width -> new Size(width, (int)
                            Math.max(1, Math.round((double) full.height() * width / full.width()))))
                    .forEach(sizes::add);
            return sizes;
        }
        Size size = full;
        while (Math.max(size.width(), size.height()) > SMALLEST) {
            size = new Size((size.width() + 1) / 2, (size.height() + 1) / 2);
            sizes.add(size);
        }
        return sizes;
    }
}
