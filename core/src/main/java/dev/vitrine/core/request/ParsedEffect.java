package dev.vitrine.core.request;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * What an Image Serving request says of one effect of a layer.
 *
 * @param number below 0 behind the layer, above 0 on it
 * @param attributes values of the commands that {@link ServingCommands#ofEffects} lists
 */
public record ParsedEffect(int number, CommandValues attributes) {
    public ParsedEffect {
        checkArgument(number != 0, "an effect has a number");
    }
}
