package dev.vitrine.core.value;

import static com.google.common.base.Preconditions.checkArgument;

/** An encoded RGB color of the working space, each component 0 to 255. */
public record Color(int red, int green, int blue) {
    public Color {
        checkArgument(isByte(red) && isByte(green) && isByte(blue), "color %s,%s,%s", red, green, blue);
    }

    public static Color gray(int level) {
        return new Color(level, level, level);
    }

    /** A color packed as {@code 0xRRGGBB}. */
    public static Color ofRgb(int rgb) {
        return new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }

    /** Six lower-case hex digits, as {@code color=} reads them. */
    @Override
    public String toString() {
        return String.format("%02x%02x%02x", red, green, blue);
    }

    private static boolean isByte(int component) {
        return component >= 0 && component <= 255;
    }
}
