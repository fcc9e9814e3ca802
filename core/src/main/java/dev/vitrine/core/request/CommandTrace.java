package dev.vitrine.core.request;

import dev.vitrine.core.failure.PrintableText;
import dev.vitrine.core.request.Command.Scope;
import dev.vitrine.core.value.EditDistance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Tells of each command of a request where it came from, and whether it counts. Reads no values, so it cannot fail: what is
 * wrong with a value, the parser says.
 */
public final class CommandTrace {
    private static final int MOST_LINES = 500;
    private static final List<String> RENDERING_OPENERS = List.of("obj", "object", "sel", "decal", "sub");
    private static final List<String> SWITCHES = List.of("show", "hide");

    private final Dialect dialect;
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Line> counting = new HashMap<>();
    private String group;
    private int groups;

    private CommandTrace(Dialect dialect) {
        this.dialect = dialect;
        group = dialect == Dialect.SERVING ? "layer comp" : "";
    }

    /**
     * A text with commands.
     *
     * @param name where it stands, for people
     */
    public record Origin(String name, String text) {}

    /** One line of the result, while later commands may still change what is said of it. */
    private static final class Line {
        private final String command;
        private final String origin;
        private String fate = "";

        Line(String command, String origin) {
            this.command = command;
            this.origin = origin;
        }

        @Override
        public String toString() {
            return PrintableText.of(command) + ": " + PrintableText.of(origin) + fate;
        }
    }

    /**
     * A line for each command, as it was written and in the order in which they count.
     *
     * @param origins the texts, the weakest first
     * @param macroName what to call a macro
     */
    public static List<String> lines(
            Dialect dialect, List<Origin> origins, Macros macros, UnaryOperator<String> macroName) {
        CommandTrace trace = new CommandTrace(dialect);
        for (Origin origin : origins) {
            for (CommandText command : Tokenizer.split(origin.text())) {
                trace.add(command, origin.name(), macros, macroName);
            }
        }
        return Stream.concat(
                        trace.lines.stream().limit(MOST_LINES).map(Line::toString),
                        Stream.of((trace.lines.size() - MOST_LINES) + " more commands")
                                .filter(more -> trace.lines.size() > MOST_LINES))
                .toList();
    }

    private void add(CommandText command, String origin, Macros macros, UnaryOperator<String> macroName) {
        Optional<String> meaning =
                command.kind() == CommandText.Kind.MACRO ? macros.find(command.name()) : Optional.empty();
        if (meaning.isEmpty()) {
            add(command, origin);
        } else if (lines.size() <= MOST_LINES) {
            String from = macroName.apply(command.name()) + ", in " + origin;
            Tokenizer.split(meaning.get()).forEach(inner -> add(inner, from));
        }
    }

    private void add(CommandText command, String origin) {
        Line line = new Line(text(command), origin);
        lines.add(line);
        switch (command.kind()) {
            case VARIABLE -> count("$" + command.name().toLowerCase(Locale.ROOT), line);
            case MACRO -> line.fate = "; ignored: there is no such macro";
            case STRAY -> line.fate = "; ignored: it has no name";
            case COMMAND -> addCommand(command, line);
        }
    }

    private static String text(CommandText command) {
        String value = command.value().isEmpty() ? "" : "=" + command.value();
        return switch (command.kind()) {
            case VARIABLE -> "$" + command.name() + value;
            case MACRO -> "$" + command.name() + "$" + value;
            case COMMAND, STRAY -> command.name() + value;
        };
    }

    private void addCommand(CommandText command, Line line) {
        String name = command.name().toLowerCase(Locale.ROOT);
        Optional<? extends Command<?>> known =
                dialect == Dialect.SERVING ? ServingCommands.find(name) : RenderCommands.find(name);
        if (opensGroup(name)) {
            groups++;
            group = dialect == Dialect.SERVING
                    ? "layer " + command.value().toLowerCase(Locale.ROOT).split(",", 2)[0]
                    : "segment " + groups;
        } else if (dialect == Dialect.RENDERING && SWITCHES.contains(name)) {
            count(group + " show", line);
        } else if (known.isPresent()) {
            countKnown(known.get(), line);
        } else {
            line.fate = "; ignored: " + unknown(name);
        }
    }

    private boolean opensGroup(String name) {
        return dialect == Dialect.SERVING ? name.equals("layer") : RENDERING_OPENERS.contains(name);
    }

    private void countKnown(Command<?> command, Line line) {
        List<Command<?>> rivals =
                dialect == Dialect.SERVING ? ServingCommands.cancelledBy(command) : RenderCommands.cancelledBy(command);
        String place = command.scope() == Scope.REQUEST ? "" : group;
        rivals.forEach(rival -> supersede(place + " " + rival.name(), line));
        count(place + " " + command.name(), line);
    }

    private void count(String key, Line line) {
        supersede(key, line);
        counting.put(key, line);
    }

    private void supersede(String key, Line by) {
        Line earlier = counting.remove(key);
        if (earlier != null) {
            earlier.fate = "; does not count: later comes '" + PrintableText.of(by.command) + "'";
        }
    }

    private String unknown(String name) {
        if (dialect == Dialect.RENDERING && ServingNames.contains(name)) {
            return "a command of Image Serving";
        }
        List<? extends Command<?>> table = dialect == Dialect.SERVING ? ServingCommands.all() : RenderCommands.all();
        Stream<String> names = Stream.concat(
                table.stream().map(Command::name),
                dialect == Dialect.SERVING
                        ? Stream.of("layer")
                        : Stream.concat(RENDERING_OPENERS.stream(), SWITCHES.stream()));
        return "there is no such command"
                + names.filter(near -> distance(name, near) <= Math.max(1, name.length() / 3))
                        .min(Comparator.comparingInt(near -> distance(name, near)))
                        .map(near -> "; did you mean '" + near + "'?")
                        .orElse("");
    }

    private static int distance(String name, String known) {
        return EditDistance.between(name, known.toLowerCase(Locale.ROOT));
    }
}
