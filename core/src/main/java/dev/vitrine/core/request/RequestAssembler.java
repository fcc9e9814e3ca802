package dev.vitrine.core.request;

import dev.vitrine.core.request.Command.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts commands where they belong: into the view, or into the segment that the selection commands before them opened. */
final class RequestAssembler {
    private final CommandValues.Builder view = CommandValues.builder();
    private final List<Segment> segments = new ArrayList<>();

    private Optional<Selection> selection = Optional.empty();
    private Part part = Part.WHOLE;
    private CommandValues.Builder attributes = CommandValues.builder();
    private Visibility visibility = Visibility.KEEP;

    void select(Selection newSelection) {
        start(Optional.of(newSelection), Part.WHOLE);
    }

    void select(Part newPart) {
        start(Optional.empty(), newPart);
    }

    void setVisibility(Visibility newVisibility) {
        visibility = newVisibility;
    }

    <T> void put(Command<T> command, T value) {
        CommandValues.Builder values = command.scope() == Scope.REQUEST ? view : attributes;
        RenderCommands.cancelledBy(command).forEach(values::remove);
        values.put(command, value);
    }

    CommandValues view() {
        return view.build();
    }

    /** Ends the last segment. */
    List<Segment> segments() {
        start(Optional.empty(), Part.WHOLE);
        return segments;
    }

    private void start(Optional<Selection> newSelection, Part newPart) {
        Segment segment = new Segment(selection, part, attributes.build(), visibility);
        if (!isSilent(segment)) {
            segments.add(segment);
        }
        selection = newSelection;
        part = newPart;
        attributes = CommandValues.builder();
        visibility = Visibility.KEEP;
    }

    /** Whether leaving the segment out changes nothing. */
    private static boolean isSilent(Segment segment) {
        return segment.selection().isEmpty()
                && segment.attributes().isEmpty()
                && segment.visibility() == Visibility.KEEP;
    }
}
