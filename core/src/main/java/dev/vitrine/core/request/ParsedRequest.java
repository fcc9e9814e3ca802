package dev.vitrine.core.request;

import dev.vitrine.core.failure.Warning;
import dev.vitrine.core.value.ItemRef;
import java.util.List;
import java.util.Optional;

/**
 * What was asked for, before anything is looked up: nearly all of it may be absent.
 *
 * @param item the vignette (or image) that the path names; {@code vignette=} stands in {@code view} and wins over it
 * @param view values of the commands of scope {@link Command.Scope#REQUEST}
 * @param segments in the order of the request; the first one has no selection, and is there only if it says something
 * @param variables in the order of their first definition, the last value of each
 * @param warnings what was ignored or bent
 */
public record ParsedRequest(
        Dialect dialect,
        Optional<ItemRef> item,
        CommandValues view,
        List<Segment> segments,
        List<Variable> variables,
        List<Warning> warnings) {
    public ParsedRequest {
        segments = List.copyOf(segments);
        variables = List.copyOf(variables);
        warnings = List.copyOf(warnings);
    }
}
