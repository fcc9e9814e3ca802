package dev.vitrine.core.request;

import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.failure.WarningKind;
import dev.vitrine.core.limit.RequestLimits;
import dev.vitrine.core.request.Command.Coding;
import dev.vitrine.core.value.ItemRef;
import dev.vitrine.core.value.Numbers;
import dev.vitrine.core.value.ObjectPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a {@link ParsedRequest} of what arrived: splits it into commands, expands macros in their place, collects the
 * variables, fills them in, decodes each value once and reads it by the command table.
 *
 * <p>Where a command says something again, the last one counts: in the whole request for the view, in its segment for a
 * material. Odd input that has an obvious meaning is given it, with a warning; a value that makes no sense ends the request.
 */
public final class RequestParser {
    private final RequestLimits limits;
    private final Set<Command<?>> ignored;

    public RequestParser(RequestLimits limits) {
        this(limits, Set.of());
    }

    private RequestParser(RequestLimits limits, Set<Command<?>> ignored) {
        this.limits = limits;
        this.ignored = ignored;
    }

    /** One for requests within others: it passes over what has no effect there, whatever its value. */
    public RequestParser forNested() {
        return new RequestParser(limits, RenderCommands.ofFilesAlone());
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
        Expansion.checkLength(rawPath, commandTexts, limits);
        return new Pass(macros).parse(dialect, rawPath, commandTexts, inherited);
    }

    /** One request on its way through the parser. */
    private final class Pass {
        private final Expansion expansion;
        private final RequestAssembler assembler = new RequestAssembler();

        Pass(Macros macros) {
            this.expansion = new Expansion(limits, macros);
        }

        ParsedRequest parse(Dialect dialect, String rawPath, List<String> commandTexts, List<Variable> inherited) {
            Optional<ItemRef> item = Expansion.item(rawPath);
            int own = Math.max(0, commandTexts.size() - 1);
            List<CommandText> commands = new ArrayList<>();
            commandTexts.subList(0, own).forEach(text -> commands.addAll(expansion.expand(text)));
            expansion.define(inherited);
            commandTexts.subList(own, commandTexts.size()).forEach(text -> commands.addAll(expansion.expand(text)));
            commands.forEach(this::read);
            return new ParsedRequest(
                    dialect, item, assembler.view(), assembler.segments(), expansion.variables(), expansion.warnings());
        }

        private void read(CommandText command) {
            if (command.kind() == CommandText.Kind.COMMAND) {
                readCommand(command);
            } else {
                expansion.warnOfOdd(command);
            }
        }

        private void readCommand(CommandText command) {
            switch (command.name().toLowerCase(Locale.ROOT)) {
                case "obj", "object" -> assembler.select(new Selection.ByName(object(command)));
                case "sel" -> assembler.select(pixel(expansion.decoded(command)));
                case "decal" -> assembler.select(Part.DECAL);
                case "sub" -> assembler.select(sub(expansion.decoded(command)));
                case "show" -> assembler.setVisibility(Visibility.SHOW);
                case "hide" -> assembler.setVisibility(Visibility.HIDE);
                default ->
                    RenderCommands.find(command.name())
                            .ifPresentOrElse(known -> readKnown(known, command), () -> ignore(command));
            }
        }

        private <T> void readKnown(Command<T> known, CommandText command) {
            expansion.checkClosed(command);
            if (ignored.contains(known)) {
                return;
            }
            String text = known.coding() == Coding.ENCODED ? expansion.encoded(command) : expansion.decoded(command);
            assembler.put(known, known.reader().read(known.name(), text));
        }

        private void ignore(CommandText command) {
            boolean foreign = ServingNames.contains(command.name());
            expansion.warn(foreign ? WarningKind.FOREIGN_COMMAND : WarningKind.UNKNOWN_COMMAND, command.name());
        }

        /** A name; with a bare equals sign in it, it and the command behind it have lost the ampersand between them. */
        private ObjectPath object(CommandText command) {
            String text = expansion.decoded(command);
            if (command.value().indexOf('=') >= 0) {
                throw Failures.badValue(
                        "obj", text, "a name, in which an equals sign is written %3d; is an & missing?");
            }
            return ObjectPath.read("obj", text);
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
    }
}
