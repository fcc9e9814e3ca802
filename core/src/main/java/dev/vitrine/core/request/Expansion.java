package dev.vitrine.core.request;

import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.failure.Warning;
import dev.vitrine.core.failure.WarningKind;
import dev.vitrine.core.limit.RequestLimits;
import dev.vitrine.core.value.ItemRef;
import dev.vitrine.core.value.PlainText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What both dialects do to the texts of one request before they read its commands: split them, put what a macro stands for
 * into its place, collect the variables and fill them in. Keeps to the limits, and collects the warnings.
 */
final class Expansion {
    private final RequestLimits limits;
    private final Macros macros;
    private final Variables variables;
    private final Set<Warning> warnings = new LinkedHashSet<>();
    private int commandCount;
    private int macroCharacters;

    Expansion(RequestLimits limits, Macros macros) {
        this.limits = limits;
        this.macros = macros;
        this.variables = new Variables(limits.maxCharacters());
    }

    /** Ends a request whose path and texts are too long together. */
    static void checkLength(String rawPath, List<String> texts, RequestLimits limits) {
        long length = rawPath.length();
        for (String text : texts) {
            length += text.length();
        }
        if (length > limits.maxCharacters()) {
            throw Failures.requestTooLong((int) Math.min(length, Integer.MAX_VALUE), limits.maxCharacters());
        }
    }

    /** What a path names. */
    static Optional<ItemRef> item(String rawPath) {
        List<String> elements = Stream.of(rawPath.split("/", -1))
                .filter(e -> !e.isEmpty())
                .map(e -> PercentCoding.decode("the path", e))
                .toList();
        if (elements.stream().anyMatch(PlainText::hasControls)) {
            throw Failures.malformed("the path holds a control character");
        }
        return elements.isEmpty() ? Optional.empty() : Optional.of(new ItemRef(elements));
    }

    /** Splits a text, puts what a macro stands for into its place, and takes note of the variables. */
    List<CommandText> expand(String text) {
        List<CommandText> expanded = new ArrayList<>();
        for (CommandText command : Tokenizer.split(text)) {
            List<CommandText> meant = expandMacro(command);
            commandCount += meant.size();
            if (commandCount > limits.maxCommands()) {
                throw Failures.budgetExceeded(limits.maxCommands() + " commands");
            }
            expanded.addAll(meant);
        }
        expanded.forEach(this::define);
        return expanded;
    }

    /** The commands that a macro stands for, or else the command itself. Macros within macros are not expanded. */
    private List<CommandText> expandMacro(CommandText command) {
        Optional<String> macro =
                command.kind() == CommandText.Kind.MACRO ? macros.find(command.name()) : Optional.empty();
        return macro.map(this::splitMacro).orElseGet(() -> List.of(command));
    }

    private List<CommandText> splitMacro(String text) {
        macroCharacters += text.length();
        if (macroCharacters > limits.maxCharacters()) {
            throw Failures.requestTooLong(macroCharacters, limits.maxCharacters());
        }
        return Tokenizer.split(text);
    }

    private void define(CommandText command) {
        if (command.kind() == CommandText.Kind.VARIABLE) {
            checkClosed(command);
            if (PlainText.hasControls(command.name())) {
                throw Failures.malformed("the name of a variable holds a control character");
            }
            variables.define(command.name(), command.value());
        }
    }

    void define(List<Variable> inherited) {
        inherited.forEach(v -> variables.define(v.name(), v.value()));
    }

    List<Variable> variables() {
        return variables.list();
    }

    String decoded(CommandText command) {
        return PercentCoding.decode(command.name() + "=", variables.fillIn(command.value()));
    }

    String encoded(CommandText command) {
        String text = variables.fillIn(command.value());
        if (1 + new Brackets(text).requestDepth() > limits.maxNesting()) {
            throw Failures.nestedTooDeep(limits.maxNesting());
        }
        return text;
    }

    void checkClosed(CommandText command) {
        if (!command.closed()) {
            throw Failures.unbalancedBrackets(command.name() + "=" + command.value());
        }
    }

    /** The warning that an item which is no command of any dialect deserves. */
    void warnOfOdd(CommandText command) {
        switch (command.kind()) {
            case MACRO ->
                warn(
                        WarningKind.UNKNOWN_MACRO,
                        "$" + command.name() + "$",
                        macros.find(command.name()).isPresent()
                                ? "macros within macros are not expanded"
                                : "no catalog that counts here has a macro of this name");
            case STRAY -> warn(WarningKind.ODD_SYNTAX, "a '" + command.name() + "' with nothing before it was ignored");
            case COMMAND, VARIABLE -> {} // nothing odd
        }
    }

    void warn(WarningKind kind, Object... arguments) {
        warnings.add(Warning.of(kind, arguments));
    }

    List<Warning> warnings() {
        return List.copyOf(warnings);
    }
}
