package dev.vitrine.core.value;

import dev.vitrine.core.failure.Failures;
import java.util.List;
import java.util.Locale;

/**
 * The path of a group or object within a vignette, as {@code obj=} gives it. Letter case does not count: two paths that
 * differ in nothing else are equal. No elements is the vignette's root.
 */
public record ObjectPath(List<String> elements) {
    public ObjectPath {
        elements = elements.stream().map(e -> e.toLowerCase(Locale.ROOT)).toList();
    }

    /** Splits at slashes; empty elements (a leading slash) are dropped. */
    public static ObjectPath of(String text) {
        return new ObjectPath(
                List.of(text.split("/", -1)).stream().filter(e -> !e.isEmpty()).toList());
    }

    /**
     * Reads the path of a group or object; {@code /} alone is the root.
     *
     * @param command what names the value in a failure
     */
    public static ObjectPath read(String command, String value) {
        if (value.isBlank()) {
            throw Failures.badValue(command, value, "the name of a group or object, or /");
        }
        return of(PlainText.read(command, value));
    }

    @Override
    public String toString() {
        return String.join("/", elements);
    }
}
