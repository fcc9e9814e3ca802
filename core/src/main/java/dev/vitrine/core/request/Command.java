package dev.vitrine.core.request;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * One line of a dialect's command table: how a command is written, and how its value becomes a typed value and text again.
 * Commands are compared by identity; every one is a constant of {@link RenderCommands} or
 * {@link ServingCommands}.
 *
 * @param name canonical spelling
 * @param aliases other spellings; letter case never counts
 * @param scope where its value belongs
 * @param coding what kind of text {@code reader} takes and {@code writer} gives
 * @param reader makes the value of text, or ends the request with a failure that names the command
 * @param writer the inverse: text that {@code reader} turns into an equal value
 */
public record Command<T>(
        String name,
        List<String> aliases,
        Scope scope,
        Coding coding,
        ValueReader<T> reader,
        Function<T, String> writer) {

    /** Where a command's value belongs. */
    public enum Scope {
        /** The whole request: its place among the other commands does not matter. */
        REQUEST,
        /** The material of the current segment. */
        MATERIAL,
        /** The current layer of an Image Serving request. */
        LAYER
    }

    /** What kind of text a command's value is. */
    public enum Coding {
        /** Ordinary text: percent escapes are already decoded. */
        DECODED,
        /** Text as it was sent, because it may hold a request whose own values are still to be decoded. */
        ENCODED
    }

    /** Reads a value of the command's {@link Coding}. */
    @FunctionalInterface
    public interface ValueReader<T> {
        /** Makes the value, or throws the failure that names the command by its canonical name. */
        T read(String command, String value);
    }

    /** A command table by its names and aliases in lower case. */
    static ImmutableMap<String, Command<?>> byName(List<Command<?>> table) {
        ImmutableMap.Builder<String, Command<?>> names = ImmutableMap.builder();
        for (Command<?> command : table) {
            names.put(command.name().toLowerCase(Locale.ROOT), command);
            command.aliases().forEach(alias -> names.put(alias.toLowerCase(Locale.ROOT), command));
        }
        return names.buildOrThrow();
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return name;
    }
}
