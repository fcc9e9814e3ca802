package dev.vitrine.catalog.field;

import java.util.Optional;
import java.util.function.Function;

/** How the text of one attribute or field becomes a value. */
@FunctionalInterface
public interface FieldType<T> {
    /**
     * Reads text that is not empty. No value means that the text says "not specified", as a 0 does for many types.
     *
     * @throws BadField if the text is nothing of this type
     */
    Optional<T> read(String text) throws BadField;

    /** This type with every value turned into another one; a value that turns into nothing is "not specified". */
    default <R> FieldType<R> as(Function<T, Optional<R>> turn) {
        return text -> read(text).flatMap(turn);
    }
}
