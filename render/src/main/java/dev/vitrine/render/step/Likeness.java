package dev.vitrine.render.step;

import dev.vitrine.core.value.Color;

/** How much of the original surface's own irregularity a new finish keeps. */
final class Likeness {
    private static final float RANGE = 24;

    private Likeness() {}

    /** 1 for the original's own color, falling to 0 for colors that differ by 24 levels in a component; 0 for textures. */
    static float of(Finish finish, Color original) {
        if (!(finish instanceof Finish.Solid solid)) {
            return 0;
        }
        Color color = solid.color();
        int apart = Math.max(
                Math.abs(color.red() - original.red()),
                Math.max(Math.abs(color.green() - original.green()), Math.abs(color.blue() - original.blue())));
        return Math.max(0, 1 - apart / RANGE);
    }
}
