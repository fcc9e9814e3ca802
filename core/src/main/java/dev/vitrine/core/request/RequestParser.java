package dev.vitrine.core.request;

import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.failure.Warning;
import dev.vitrine.core.failure.WarningKind;
import dev.vitrine.core.limit.RequestLimits;
import dev.vitrine.core.request.Command.Coding;
import dev.vitrine.core.request.Command.Reach;
import dev.vitrine.core.value.ItemRef;
import dev.vitrine.core.value.Numbers;
import dev.vitrine.core.value.ObjectPath;
import dev.vitrine.core.value.PlainText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes a {@link ParsedRequest} of what arrived: splits it into commands, expands macros in their place, collects the
 * variables, fills them in, decodes each value once and reads it by the command table.
 *
 * <p>Where a command says something again, the last one counts: in the whole request for the view, in its segment for a
 * material. Odd input that has an obvious meaning is given it, with a warning; a value that makes no sense ends the request.
 */
public final class RequestParser {
    private final RequestLimits limits;

    public RequestParser(RequestLimits limits) {
        this.limits = limits;
    }

    /** Parses a request that stands alone. */
    public ParsedRequest parse(RawRequest raw, Macros macros) {
        return parse(raw.dialect(), raw.path(), List.of(raw.query()), macros, List.of());
    }

    /**
     * Parses a request.
     *
     * @param rawPath the path as it was sent
     * @param commandTexts queries as they were sent, one after the other: first those of records (a vignette's modifier), last
     *     the request's own, so that a later command wins over an earlier one
     * @param inherited the variables of the request around this one: they win over those that records define, and the
     *     request's own win over them
     */
    public ParsedRequest parse(
            Dialect dialect, String rawPath, List<String> commandTexts, Macros macros, List<Variable> inherited) {
        if (dialect == Dialect.SERVING) {
            throw Failures.notSupported("Image Serving");
        }
        long length = rawPath.length();
        for (String text : commandTexts) {
            length += text.length();
        }
        if (length > limits.maxCharacters()) {
            throw Failures.requestTooLong((int) Math.min(length, Integer.MAX_VALUE), limits.maxCharacters());
        }
        return new Pass(macros).parse(dialect, rawPath, commandTexts, inherited);
    }

    /** One request on its way through the parser. */
    private final class Pass {
        private final Macros macros;
        private final Variables variables = new Variables(limits.maxCharacters());
        private final RequestAssembler assembler = new RequestAssembler();
        private final Set<Warning> warnings = new LinkedHashSet<>();
        private int commandCount;
        private int macroCharacters;

        Pass(Macros macros) {
            this.macros = macros;
        }

        ParsedRequest parse(Dialect dialect, String rawPath, List<String> commandTexts, List<Variable> inherited) {
            Optional<ItemRef> item = item(rawPath);
            int own = Math.max(0, commandTexts.size() - 1);
            List<CommandText> commands = new ArrayList<>();
            commandTexts.subList(0, own).forEach(text -> commands.addAll(expand(text)));
            inherited.forEach(v -> variables.define(v.name(), v.value()));
            commandTexts.subList(own, commandTexts.size()).forEach(text -> commands.addAll(expand(text)));
            commands.forEach(this::read);
            return new ParsedRequest(
                    dialect, item, assembler.view(), assembler.segments(), variables.list(), List.copyOf(warnings));
        }

        private Optional<ItemRef> item(String rawPath) {
            List<String> elements = Stream.of(rawPath.split("/", -1))
                    .filter(e -> !e.isEmpty())
                    .map(PercentCoding::decode)
                    .toList();
            if (elements.stream().anyMatch(PlainText::hasControls)) {
                throw Failures.malformed("the path holds a control character");
            }
            return elements.isEmpty() ? Optional.empty() : Optional.of(new ItemRef(elements));
        }

        /** Splits a text, puts what a macro stands for into its place, and takes note of the variables. */
        private List<CommandText> expand(String text) {
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

        private void read(CommandText command) {
            switch (command.kind()) {
                case COMMAND -> readCommand(command);
                case MACRO -> warn(WarningKind.UNKNOWN_COMMAND, "$" + command.name() + "$");
                case STRAY ->
                    warn(WarningKind.ODD_SYNTAX, "a '" + command.name() + "' with nothing before it was ignored");
                case VARIABLE -> {} // already defined
            }
        }

        private void readCommand(CommandText command) {
            switch (command.name().toLowerCase(Locale.ROOT)) {
                case "obj", "object" ->
                    assembler.select(new Selection.ByName(ObjectPath.read("obj", decoded(command))));
                case "sel" -> assembler.select(pixel(decoded(command)));
                case "decal" -> assembler.select(Part.DECAL);
                case "sub" -> assembler.select(sub(decoded(command)));
                case "show" -> assembler.setVisibility(Visibility.SHOW);
                case "hide" -> assembler.setVisibility(Visibility.HIDE);
                default ->
                    RenderCommands.find(command.name())
                            .ifPresentOrElse(known -> readKnown(known, command), () -> ignore(command));
            }
        }

        private <T> void readKnown(Command<T> known, CommandText command) {
            checkClosed(command);
            String text = known.coding() == Coding.ENCODED ? encoded(command) : decoded(command);
            assembler.put(known, known.reader().read(known.name(), text));
            if (known.reach() == Reach.NOT_YET) {
                warn(WarningKind.NOT_YET, known.name());
            }
        }

        private void ignore(CommandText command) {
            boolean foreign = ServingNames.contains(command.name());
            warn(foreign ? WarningKind.FOREIGN_COMMAND : WarningKind.UNKNOWN_COMMAND, command.name());
        }

        private String decoded(CommandText command) {
            return PercentCoding.decode(variables.fillIn(command.value()));
        }

        private String encoded(CommandText command) {
            String text = variables.fillIn(command.value());
            if (1 + new Brackets(text).requestDepth() > limits.maxNesting()) {
                throw Failures.nestedTooDeep(limits.maxNesting());
            }
            return text;
        }

        private Selection pixel(String value) {
            List<String> parts = List.of(value.split(",", -1));
            if (parts.size() != 2 && parts.size() != 3) {
                throw Failures.badValue("sel", value, "x,y or x,y,level");
            }
            return new Selection.ByPixel(
                    Numbers.whole("sel", parts.get(0), 0, Integer.MAX_VALUE),
                    Numbers.whole("sel", parts.get(1), 0, Integer.MAX_VALUE),
                    parts.size() == 2 ? 0 : Numbers.whole("sel", parts.get(2), 0, Integer.MAX_VALUE));
        }

        private Part sub(String value) {
            int number = value.isBlank() ? 0 : Numbers.whole("sub", value, 0, 5);
            return Part.ofSub(number).orElseThrow();
        }

        private void checkClosed(CommandText command) {
            if (!command.closed()) {
                throw Failures.unbalancedBrackets(command.name() + "=" + command.value());
            }
        }

        private void warn(WarningKind kind, String argument) {
            warnings.add(Warning.of(kind, argument));
        }
    }
}
