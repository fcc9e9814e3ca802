package dev.vitrine.core.request;

import dev.vitrine.core.failure.Warning;
import dev.vitrine.core.value.ItemRef;
import java.util.List;
import java.util.Optional;

/**
 * What an Image Serving request asks for, before anything is looked up: nearly all of it may be absent.
 *
 * @param item the image or template that the path names
 * @param view values of the commands of scope {@link Command.Scope#REQUEST}
 * @param composite what is said of all layers together: the commands that {@link ServingCommands#ofComposite} lists
 * @param effects those of all layers together, from the lowest up
 * @param layers from the lowest up; the first is number 0
 * @param variables in the order of their first definition, the last value of each
 * @param warnings what was ignored or bent
 */
public record ParsedServing(
        Optional<ItemRef> item,
        CommandValues view,
        CommandValues composite,
        List<ParsedEffect> effects,
        List<ParsedLayer> layers,
        List<Variable> variables,
        List<Warning> warnings) {
    public ParsedServing {
        effects = List.copyOf(effects);
        layers = List.copyOf(layers);
        variables = List.copyOf(variables);
        warnings = List.copyOf(warnings);
    }

    /** The same with another view. */
    public ParsedServing with(CommandValues other) {
        return new ParsedServing(item, other, composite, effects, layers, variables, warnings);
    }
}
