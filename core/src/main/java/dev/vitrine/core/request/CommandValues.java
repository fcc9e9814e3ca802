package dev.vitrine.core.request;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The values that commands were given, by command; immutable. A command that was not given has no value. */
public final class CommandValues {
    private static final CommandValues NONE = new CommandValues(ImmutableMap.of());

    private final ImmutableMap<Command<?>, Object> values;

    private CommandValues(ImmutableMap<Command<?>, Object> values) {
        this.values = values;
    }

    public static CommandValues none() {
        return NONE;
    }

    public static Builder builder() {
        return new Builder();
    }

    @SuppressWarnings("unchecked") // put() stores only values of the command's own type
    public <T> Optional<T> find(Command<T> command) {
        return Optional.ofNullable((T) values.get(command));
    }

    /** These values, but with this one for the command. */
    public <T> CommandValues with(Command<T> command, T value) {
        Builder copy = new Builder();
        copy.values.putAll(values);
        return copy.put(command, value).build();
    }

    /**
     * These values over others, which count only where nothing is said here.
     *
     * @param rivals the commands that a command makes void, there too
     */
    public CommandValues over(CommandValues fallback, Function<Command<?>, List<Command<?>>> rivals) {
        Builder both = new Builder();
        both.values.putAll(fallback.values);
        values.keySet().forEach(command -> rivals.apply(command).forEach(both::remove));
        both.values.putAll(values);
        return both.build();
    }

    /** These values without those of some commands. */
    public CommandValues without(List<Command<?>> commands) {
        Builder rest = new Builder();
        rest.values.putAll(values);
        commands.forEach(rest::remove);
        return rest.build();
    }

    public boolean has(Command<?> command) {
        return values.containsKey(command);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** The commands that have a value, in the order in which they were first given. */
    public Set<Command<?>> commands() {
        return values.keySet();
    }

    /** The command's value as text of the command's {@link Command.Coding}. */
    public <T> String text(Command<T> command) {
        return command.writer().apply(find(command).orElseThrow());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CommandValues that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }

    /** Collects values; a later value of a command replaces the earlier one. */
    public static final class Builder {
        private final Map<Command<?>, Object> values = new LinkedHashMap<>();

        private Builder() {}

        public <T> Builder put(Command<T> command, T value) {
            values.put(command, value);
            return this;
        }

        public Builder remove(Command<?> command) {
            values.remove(command);
            return this;
        }

        public CommandValues build() {
            return values.isEmpty() ? NONE : new CommandValues(ImmutableMap.copyOf(values));
        }
    }
}
