package dev.vitrine.core.request;

import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.value.ItemRef;
import dev.vitrine.core.value.RequestKind;
import dev.vitrine.core.value.RequestType;
import dev.vitrine.core.value.TextForm;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be known of a request without failing, whatever arrived: enough to choose the catalog, and to answer an error in
 * the form and size that were asked for. What cannot be read is absent.
 *
 * @param elements of the path, decoded as far as they can be
 * @param kind what the last readable {@code req=} asks for
 * @param view what commands for the whole request say, such as {@code wid=} and {@code fmt=}
 * @param variables the request's custom variables, still encoded
 */
public record RequestPreview(List<String> elements, RequestKind kind, CommandValues view, List<Variable> variables) {
    public RequestPreview {
        elements = List.copyOf(elements);
        variables = List.copyOf(variables);
    }

    /** More than any honest request fills in; what is longer is not looked at. */
    private static final int MOST_CHARACTERS = 1 << 20;

    private static final int MOST_COMMANDS = 10_000;

    public static RequestPreview of(RawRequest raw) {
        return of(raw, List.of(), List.of(), Macros.NONE);
    }

    /**
     * The same, with what macros and records add to the request.
     *
     * @param before commands that lose against the request's own, such as those of a record's modifier
     * @param after commands that win against them
     * @param macros an unknown one counts as not given
     */
    public static RequestPreview of(RawRequest raw, List<String> before, List<String> after, Macros macros) {
        List<CommandText> own = commands(raw.query(), macros);
        List<CommandText> commands = Stream.of(
                        before.stream().flatMap(text -> commands(text, macros).stream()),
                        own.stream(),
                        after.stream().flatMap(text -> commands(text, macros).stream()))
                .flatMap(part -> part)
                .toList();
        List<String> elements = Stream.of(raw.path().split("/", -1))
                .filter(e -> !e.isEmpty())
                .map(PercentCoding::decodeLeniently)
                .toList();
        Variables variables = new Variables(MOST_CHARACTERS);
        commands.stream()
                .filter(c -> c.kind() == CommandText.Kind.VARIABLE)
                .forEach(c -> variables.define(c.name(), c.value()));
        CommandValues view = readableView(commands, variables);
        return new RequestPreview(
                elements,
                view.find(RenderCommands.REQ).orElseGet(() -> unreadKind(commands, elements.isEmpty())),
                view,
                variables.list());
    }

    /** The first element of the path: it may be a catalog's id. */
    public Optional<String> firstElement() {
        return elements.stream().findFirst();
    }

    /** What the path names, as far as it can be read. */
    public Optional<ItemRef> item() {
        return elements.isEmpty() ? Optional.empty() : Optional.of(new ItemRef(elements));
    }

    /** {@code id=} of a JSONP request. */
    public Optional<String> id() {
        return view.find(RenderCommands.ID);
    }

    /** {@code vignette=}, which names the vignette in place of the path. */
    public Optional<ItemRef> vignette() {
        return view.find(RenderCommands.VIGNETTE);
    }

    private static List<CommandText> commands(String text, Macros macros) {
        return Tokenizer.split(text).stream()
                .flatMap(command -> command.kind() == CommandText.Kind.MACRO
                        ? macros.find(command.name()).stream().flatMap(meaning -> Tokenizer.split(meaning).stream())
                        : Stream.of(command))
                .limit(MOST_COMMANDS)
                .toList();
    }

    /**
     * The kind of a request that says no type that we know. A type nobody knows is no picture: what asks for one is answered
     * in the form that follows it, if that can be read.
     */
    private static RequestKind unreadKind(List<CommandText> commands, boolean namesNothing) {
        Optional<CommandText> req = commands.stream()
                .filter(c -> c.kind() == CommandText.Kind.COMMAND && c.name().equalsIgnoreCase("req"))
                .reduce((first, last) -> last);
        if (req.isEmpty()) {
            return namesNothing && commands.isEmpty() ? RequestKind.of(RequestType.BANNER) : RequestKind.IMAGE;
        }
        String[] parts = PercentCoding.decodeLeniently(req.get().value()).split(",", 3);
        TextForm form = Stream.of(TextForm.values())
                .filter(f -> parts.length > 1 && f.name().equalsIgnoreCase(parts[1].strip()))
                .findFirst()
                .orElse(TextForm.TEXT);
        return new RequestKind(RequestType.USERDATA, form);
    }

    /** A text with the request's variables filled in, decoded as far as it can be; empty if it would get too long. */
    public String fillIn(String text) {
        Variables known = new Variables(MOST_CHARACTERS);
        variables.forEach(variable -> known.define(variable.name(), variable.value()));
        try {
            return PercentCoding.decodeLeniently(known.fillIn(text));
        } catch (FailureException tooLong) {
            return "";
        }
    }

    private static CommandValues readableView(List<CommandText> commands, Variables variables) {
        RequestAssembler assembler = new RequestAssembler();
        commands.stream()
                .filter(c -> c.kind() == CommandText.Kind.COMMAND)
                .forEach(c -> RenderCommands.find(c.name())
                        .filter(known -> known.scope() == Command.Scope.REQUEST)
                        .ifPresent(known -> readIfGood(known, c, variables, assembler)));
        return assembler.view();
    }

    private static <T> void readIfGood(
            Command<T> known, CommandText command, Variables variables, RequestAssembler assembler) {
        try {
            String text = PercentCoding.decode(known.name(), variables.fillIn(command.value()));
            assembler.put(known, known.reader().read(known.name(), text));
        } catch (FailureException unreadable) {
            // as if it had not been given; the parser will say what is wrong with it
        }
    }
}
