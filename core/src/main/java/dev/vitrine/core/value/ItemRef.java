package dev.vitrine.core.value;

import static com.google.common.base.Preconditions.checkArgument;

import dev.vitrine.core.failure.Failures;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a path, {@code src=} or {@code vignette=} names: decoded path elements, the first of which may be a catalog's id.
 * Which it is, only the catalogs know.
 *
 * <p>{@code demo/sofa} has the elements {@code demo} and {@code sofa}; empty elements are dropped.
 *
 * @param elements at least one, none empty; they may hold any character, so a path resolver must still refuse the bad
 * @param rooted whether a slash stood in front: Image Serving then looks in the default catalog, not in the main one
 */
public record ItemRef(List<String> elements, boolean rooted) {
    /** An item without a slash in front. */
    public ItemRef(List<String> elements) {
        this(elements, false);
    }

    public ItemRef {
        elements = List.copyOf(elements);
        checkArgument(!elements.isEmpty(), "an item has a name");
    }

    /**
     * Reads decoded text: elements between slashes, without blanks around them.
     *
     * @param command what names the value in a failure
     */
    public static ItemRef read(String command, String value) {
        List<String> elements = Stream.of(value.split("/", -1))
                .map(String::strip)
                .filter(e -> !e.isEmpty())
                .toList();
        if (elements.isEmpty()) {
            throw Failures.badValue(command, value, "a name");
        }
        return new ItemRef(PlainText.check(command, value, elements));
    }

    /** Reads decoded text likewise, and takes note of a slash in front of it. */
    public static ItemRef readRooted(String command, String value) {
        return read(command, value).rooted(value.strip().startsWith("/"));
    }

    /** The same item with or without a slash in front. */
    public ItemRef rooted(boolean slash) {
        return new ItemRef(elements, slash);
    }

    /** The elements joined by slashes, as catalogs write them. */
    public String text() {
        return String.join("/", elements);
    }

    /** As requests write it: with its slash in front. */
    @Override
    public String toString() {
        return rooted ? "/" + text() : text();
    }
}
