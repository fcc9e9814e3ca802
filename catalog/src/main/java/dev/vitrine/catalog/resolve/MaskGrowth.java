package dev.vitrine.catalog.resolve;

import dev.vitrine.core.request.CommandValues;
import dev.vitrine.core.request.ServingCommands;

/**
 * By how much what a layer's mask shows grows before it is used.
 *
 * @param radius in pixels, below 0 to shrink
 * @param scales whether those are pixels of the mask at full size, else of the reply
 */
public record MaskGrowth(int radius, boolean scales) {
    static final MaskGrowth NONE = new MaskGrowth(0, false);

    static MaskGrowth of(CommandValues said) {
        return said.find(ServingCommands.OP_GROW_MASK)
                .map(radius -> new MaskGrowth(radius, true))
                .or(() -> said.find(ServingCommands.OP_GROW_MASK_R).map(radius -> new MaskGrowth(radius, false)))
                .filter(growth -> !growth.isNone())
                .orElse(NONE);
    }

    public boolean isNone() {
        return radius == 0;
    }
}
