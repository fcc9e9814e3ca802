package dev.vitrine.core.value;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.List;

/**
 * What a path, {@code src=} or {@code vignette=} names: decoded path elements, the first of which may be a catalog's id.
 * Which it is, only the catalogs know.
 *
 * <p>{@code demo/sofa} has the elements {@code demo} and {@code sofa}; a leading slash and empty elements are dropped.
 *
 * @param elements at least one, none empty; they may hold any character, so a path resolver must still refuse the bad
 */
public record ItemRef(List<String> elements) {
    public ItemRef {
        elements = List.copyOf(elements);
        checkArgument(!elements.isEmpty(), "an item has a name");
    }

    /** The elements joined by slashes, as people write them. */
    public String text() {
        return String.join("/", elements);
    }

    @Override
    public String toString() {
        return text();
    }
}
