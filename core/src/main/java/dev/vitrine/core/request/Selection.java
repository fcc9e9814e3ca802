package dev.vitrine.core.request;

import dev.vitrine.core.value.ObjectPath;

/** Which group or object a segment speaks of. */
public sealed interface Selection {
    /** {@code obj=}. */
    record ByName(ObjectPath path) implements Selection {}

    /**
     * {@code sel=}: the group or object at a pixel of the unscaled view.
     *
     * @param level 0 selects the outermost group, each step one group further in, a large number the object itself
     */
    record ByPixel(int x, int y, int level) implements Selection {}
}
