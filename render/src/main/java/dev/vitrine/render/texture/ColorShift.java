package dev.vitrine.render.texture;

import dev.vitrine.catalog.resolve.Colorize;

/**
 * Recolors samples: the base color is subtracted, the new one added, and what leaves 0 to 255 is cut.
 *
 * <p>It acts on filtered samples rather than on the picture, so that one set of filtered pictures serves every color. Both
 * give the same but where single texels would have been cut.
 */
public final class ColorShift {
    private final int red;
    private final int green;
    private final int blue;

    public ColorShift(Colorize colorize) {
        this.red = colorize.color().red() - colorize.base().red();
        this.green = colorize.color().green() - colorize.base().green();
        this.blue = colorize.color().blue() - colorize.base().blue();
    }

    public void apply(SampleRow row, int count) {
        shift(row.red, red, count);
        shift(row.green, green, count);
        shift(row.blue, blue, count);
    }

    private static void shift(float[] components, int by, int count) {
        for (int i = 0; i < count; i++) {
            components[i] = Math.min(Math.max(components[i] + by, 0), 255);
        }
    }
}
