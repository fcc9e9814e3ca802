package dev.vitrine.core.request;

import dev.vitrine.core.request.Command.Coding;
import dev.vitrine.core.request.Command.Scope;
import dev.vitrine.core.value.ItemRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /**
     * The same for a request of Image Serving: the variables, the view, what is said of all layers together, then the layers
     * from the lowest up. What {@code $object$} stands for goes without saying where it is what the path names.
     */
    public static String of(ParsedServing request) {
        List<String> commands = new ArrayList<>();
        String object = request.item()
                .map(item -> PercentCoding.encode(item.toString()))
                .orElse("");
        request.variables().stream()
                .filter(v -> !v.name().equals("object") || !v.value().equals(object))
                .forEach(v -> commands.add(variable(v)));
        writeValues(request.view(), ServingCommands.all(), Scope.REQUEST, commands);
        writeLayer(request.composite(), request.effects(), commands);
        for (ParsedLayer layer : request.layers()) {
            boolean isSaid = !layer.attributes().isEmpty() || !layer.effects().isEmpty();
            if (layer.number() > 0 || isSaid) {
                commands.add("layer=" + layer.number());
                writeLayer(layer.attributes(), layer.effects(), commands);
            }
        }
        String query = String.join("&", commands);
        return query.isEmpty() ? path(request.item()) : path(request.item()) + "?" + query;
    }

    private static void writeLayer(CommandValues attributes, List<ParsedEffect> effects, List<String> commands) {
        writeValues(attributes, ServingCommands.all(), Scope.LAYER, commands);
        for (ParsedEffect effect : effects) {
            commands.add("effect=" + effect.number());
            writeValues(effect.attributes(), ServingCommands.all(), Scope.LAYER, commands);
        }
    }

    /** The encoded path with a leading slash; empty when it names nothing. */
    public static String path(ParsedRequest request) {
        return path(request.item());
    }

    private static String path(Optional<ItemRef> path) {
        return path.map(item -> (item.rooted() ? "/" : "")
                        + item.elements().stream()
                                .map(e -> "/" + PercentCoding.encode(e).replace("/", "%2f"))
                                .collect(Collectors.joining()))
                .orElse("");
    }

    /** The encoded query without a question mark. */
    public static String query(ParsedRequest request) {
        List<String> commands = new ArrayList<>();
        request.variables().forEach(v -> commands.add(variable(v)));
        writeValues(request.view(), RenderCommands.all(), Scope.REQUEST, commands);
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
        writeValues(segment.attributes(), RenderCommands.all(), Scope.MATERIAL, commands);
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

    private static String variable(Variable variable) {
        return "$" + PercentCoding.encode(variable.name()) + "=" + variable.value();
    }

    private static void writeValues(CommandValues values, List<Command<?>> table, Scope scope, List<String> commands) {
        for (Command<?> command : table) {
            if (command.scope() == scope && values.has(command)) {
                String text = values.text(command);
                commands.add(command.name() + "="
                        + (command.coding() == Coding.ENCODED ? text : PercentCoding.encode(text)));
            }
        }
    }
}
