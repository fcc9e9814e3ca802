package dev.vitrine.core.value;

import dev.vitrine.core.failure.Failures;
import java.util.List;

/**
 * What is added to the sides of a layer, or cut off where it is negative.
 *
 * @param normalized whether these are shares of the layer's size, not pixels
 */
public record Margins(double left, double top, double right, double bottom, boolean normalized) {
    public static final Margins NONE = new Margins(0, 0, 0, 0, false);

    /** Reads {@code left,top,right,bottom} in pixels. */
    public static Margins readPixels(String command, String value) {
        return read(command, value, false);
    }

    /** Reads {@code left,top,right,bottom} as shares. */
    public static Margins readShares(String command, String value) {
        return read(command, value, true);
    }

    private static Margins read(String command, String value, boolean normalized) {
        List<String> parts = Numbers.parts(value);
        if (parts.size() != 4) {
            throw Failures.badValue(command, value, "left,top,right,bottom");
        }
        return new Margins(
                Numbers.real(command, parts.get(0)),
                Numbers.real(command, parts.get(1)),
                Numbers.real(command, parts.get(2)),
                Numbers.real(command, parts.get(3)),
                normalized);
    }

    /** Whether they are all 0. */
    public boolean isNone() {
        return left == 0 && top == 0 && right == 0 && bottom == 0;
    }

    /** The same margins in pixels of a layer of this size. */
    public Margins of(double width, double height) {
        return normalized ? new Margins(left * width, top * height, right * width, bottom * height, false) : this;
    }

    /** As the command of this kind reads it. */
    public String text() {
        return Numbers.text(left) + "," + Numbers.text(top) + "," + Numbers.text(right) + "," + Numbers.text(bottom);
    }
}
