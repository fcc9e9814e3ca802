package dev.vitrine.core.request;

import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.value.JpegQuality;
import dev.vitrine.core.value.ReplyFormat;
import dev.vitrine.core.value.RequestKind;
import dev.vitrine.core.value.RequestType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be known of a request without failing, whatever arrived: enough to choose the catalog, and to answer an error in
 * the form and size that were asked for. What cannot be read is absent.
 *
 * @param firstElement the first element of the path, decoded: it may be a catalog's id
 * @param kind what the last readable {@code req=} asks for
 * @param width {@code wid=} in pixels
 * @param height {@code hei=} in pixels
 * @param scale {@code scl=}
 * @param variables the request's own custom variables, still encoded
 */
public record RequestPreview(
        Optional<String> firstElement,
        RequestKind kind,
        Optional<Integer> width,
        Optional<Integer> height,
        Optional<Double> scale,
        Optional<ReplyFormat> format,
        Optional<JpegQuality> quality,
        Optional<String> id,
        Optional<String> handler,
        List<Variable> variables) {
    public RequestPreview {
        variables = List.copyOf(variables);
    }

    /** More than any honest request fills in; what is longer is not looked at. */
    private static final int MOST_CHARACTERS = 1 << 20;

    public static RequestPreview of(RawRequest raw) {
        List<CommandText> commands = Tokenizer.split(raw.query());
        Optional<String> firstElement = Stream.of(raw.path().split("/", -1))
                .filter(e -> !e.isEmpty())
                .findFirst()
                .map(PercentCoding::decodeLeniently);
        Variables variables = new Variables(MOST_CHARACTERS);
        commands.stream()
                .filter(c -> c.kind() == CommandText.Kind.VARIABLE)
                .forEach(c -> variables.define(c.name(), c.value()));
        CommandValues view = readableView(commands, variables);
        boolean saysNothing = firstElement.isEmpty() && commands.isEmpty();
        RequestKind unsaid = saysNothing ? RequestKind.of(RequestType.BANNER) : RequestKind.IMAGE;
        return new RequestPreview(
                firstElement,
                view.find(RenderCommands.REQ).orElse(unsaid),
                view.find(RenderCommands.WID),
                view.find(RenderCommands.HEI),
                view.find(RenderCommands.SCL),
                view.find(RenderCommands.FMT),
                view.find(RenderCommands.QLT),
                view.find(RenderCommands.ID),
                view.find(RenderCommands.HANDLER),
                variables.list());
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
            String text = PercentCoding.decode(variables.fillIn(command.value()));
            assembler.put(known, known.reader().read(known.name(), text));
        } catch (FailureException unreadable) {
            // as if it had not been given; the parser will say what is wrong with it
        }
    }
}
