package dev.vitrine.catalog.resolve;

import dev.vitrine.core.request.CommandValues;
import dev.vitrine.core.request.ServingCommands;
import dev.vitrine.core.value.ColorBalance;
import dev.vitrine.core.value.Colorizing;
import dev.vitrine.core.value.Unsharp;
import java.util.Optional;

/**
 * What is done to the pixels of a layer, or of all layers together, in this order.
 *
 * @param brightness percent, -100 to 100; likewise contrast and saturation
 * @param hue degrees
 * @param blur radius in pixels of the composite
 * @param growth radius in pixels of the composite: bright parts grow, or shrink if it is negative
 * @param scales whether the radius of {@code unsharp} is meant for the picture at full size
 */
public record Retouch(
        double brightness,
        double contrast,
        ColorBalance balance,
        double hue,
        double saturation,
        Optional<Colorizing> colorizing,
        boolean inverted,
        int growth,
        double blur,
        boolean sharpened,
        Optional<Unsharp> unsharp,
        boolean scales) {
    public static final Retouch NONE = of(CommandValues.none());

    static Retouch of(CommandValues said) {
        Optional<Unsharp> scaled = said.find(ServingCommands.OP_USM);
        return new Retouch(
                said.find(ServingCommands.OP_BRIGHTNESS).orElse(0.0),
                said.find(ServingCommands.OP_CONTRAST).orElse(0.0),
                said.find(ServingCommands.OP_COLORBALANCE).orElse(ColorBalance.NONE),
                said.find(ServingCommands.OP_HUE).orElse(0.0),
                said.find(ServingCommands.OP_SATURATION).orElse(0.0),
                said.find(ServingCommands.OP_COLORIZE),
                said.find(ServingCommands.OP_INVERT).orElse(false),
                said.find(ServingCommands.OP_GROW).orElse(0),
                said.find(ServingCommands.OP_BLUR).orElse(0.0),
                said.find(ServingCommands.OP_SHARPEN).orElse(false),
                scaled.or(() -> said.find(ServingCommands.OP_USM_R)).filter(Unsharp::isEffective),
                scaled.isPresent());
    }

    /** Whether all stays as it is. */
    public boolean isNone() {
        return equals(NONE);
    }
}
