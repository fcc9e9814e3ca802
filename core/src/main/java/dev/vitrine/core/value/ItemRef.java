package dev.vitrine.core.value;

import static com.google.common.base.Preconditions.checkArgument;

import dev.vitrine.core.failure.Failures;
import java.util.List;
import java.util.stream.Stream;

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

    /** The elements joined by slashes, as people write them. */
    public String text() {
        return String.join("/", elements);
    }

    @Override
    public String toString() {
        return text();
    }
}
