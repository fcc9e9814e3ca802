package dev.vitrine.core.value;

import static java.util.stream.Collectors.joining;

import dev.vitrine.core.failure.Failures;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Values that are one word of a closed list, written as the lower-case names of an enum's constants. */
final class Words {
    private Words() {}

    /** The constant of this name, letter case aside. */
    static <E extends Enum<E>> E read(String command, String value, String word, E[] choices) {
        return Stream.of(choices)
                .filter(choice -> word(choice).equals(lower(word)))
                .findFirst()
                .orElseThrow(() -> Failures.badValue(command, value, expected(choices)));
    }

    /** The constant that the part of this index names; absent when there is no such part, or an empty one. */
    static <E extends Enum<E>> Optional<E> optional(
            String command, String value, List<String> parts, int index, E[] choices) {
        return index >= parts.size() || parts.get(index).isEmpty()
                ? Optional.empty()
                : Optional.of(read(command, value, parts.get(index), choices));
    }

    static String word(Enum<?> choice) {
        return lower(choice.name());
    }

    static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static String expected(Enum<?>[] choices) {
        return "one of " + Stream.of(choices).map(Words::word).collect(joining(", "));
    }
}
