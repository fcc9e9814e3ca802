package dev.vitrine.core.request;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.List;

/**
 * What an Image Serving request says of one layer.
 *
 * @param number 0 for the lowest
 * @param attributes values of the commands of scope {@link Command.Scope#LAYER}
 * @param effects from the lowest up
 */
public record ParsedLayer(int number, CommandValues attributes, List<ParsedEffect> effects) {
    public ParsedLayer {
        checkArgument(number >= 0, "layer %s", number);
        effects = List.copyOf(effects);
    }

    /** This layer with commands of a record behind its own, which win. */
    public ParsedLayer over(CommandValues record) {
        return new ParsedLayer(number, attributes.over(record, ServingCommands::cancelledBy), effects);
    }
}
