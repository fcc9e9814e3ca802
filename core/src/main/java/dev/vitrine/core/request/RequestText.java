package dev.vitrine.core.request;

import dev.vitrine.core.request.Command.Coding;
import dev.vitrine.core.request.Command.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a parsed request as text again, canonically: variables first, then the view, then the segments, each in the order of
 * the command table. Parsing the text gives an equal request, warnings aside.
 */
public final class RequestText {
    private RequestText() {}

    /** Path and query, joined by a question mark if there is a query. */
    public static String of(ParsedRequest request) {
        String query = query(request);
        return query.isEmpty() ? path(request) : path(request) + "?" + query;
    }

    /** The encoded path with a leading slash; empty when it names nothing. */
    public static String path(ParsedRequest request) {
        return request.item()
                .map(item -> item.elements().stream()
                        .map(e -> "/" + PercentCoding.encode(e).replace("/", "%2f"))
                        .collect(Collectors.joining()))
                .orElse("");
    }

    /** The encoded query without a question mark. */
    public static String query(ParsedRequest request) {
        List<String> commands = new ArrayList<>();
        request.variables().forEach(v -> commands.add("$" + PercentCoding.encode(v.name()) + "=" + v.value()));
        writeValues(request.view(), Scope.REQUEST, commands);
        for (int i = 0; i < request.segments().size(); i++) {
            writeSegment(request.segments().get(i), i == 0, commands);
        }
        return String.join("&", commands);
    }

    private static void writeSegment(Segment segment, boolean first, List<String> commands) {
        if (segment.selection().isPresent()) {
            commands.add(selection(segment.selection().get()));
        }
        if (segment.part() == Part.DECAL) {
            commands.add("decal");
        } else if (segment.part() != Part.WHOLE || (segment.selection().isEmpty() && !first)) {
            commands.add("sub=" + segment.part().sub());
        }
        writeValues(segment.attributes(), Scope.MATERIAL, commands);
        switch (segment.visibility()) {
            case SHOW -> commands.add("show");
            case HIDE -> commands.add("hide");
            case KEEP -> {}
        }
    }

    private static String selection(Selection selection) {
        if (selection instanceof Selection.ByName named) {
            return "obj="
                    + (named.path().elements().isEmpty()
                            ? "/"
                            : PercentCoding.encode(named.path().toString()));
        }
        Selection.ByPixel pixel = (Selection.ByPixel) selection;
        return "sel=" + pixel.x() + "," + pixel.y() + (pixel.level() == 0 ? "" : "," + pixel.level());
    }

    private static void writeValues(CommandValues values, Scope scope, List<String> commands) {
        for (Command<?> command : RenderCommands.all()) {
            if (command.scope() == scope && values.has(command)) {
                String text = values.text(command);
                commands.add(command.name() + "="
                        + (command.coding() == Coding.ENCODED ? text : PercentCoding.encode(text)));
            }
        }
    }
}
