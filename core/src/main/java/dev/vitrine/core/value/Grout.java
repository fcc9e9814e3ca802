package dev.vitrine.core.value;

import dev.vitrine.core.failure.Failures;
import java.util.List;
import java.util.OptionalDouble;

/** The grout of a tile: its color, and its width in scene units where given ({@code grout=}). */
public record Grout(Color color, OptionalDouble width) {
    /**
     * Reads {@code color[,width]}, where the color may itself have one part or three.
     *
     * @param command what names the value in a failure
     */
    public static Grout read(String command, String value) {
        List<String> parts = Numbers.parts(value);
        int last = parts.size() - 1;
        if (last > 3) {
            throw Failures.badValue(command, value, "color or color,width");
        }
        boolean wide = last == 1 || last == 3;
        return new Grout(
                Color.read(command, value, wide ? parts.subList(0, last) : parts),
                wide
                        ? OptionalDouble.of(Numbers.real(command, parts.get(last), 0, Numbers.LARGEST))
                        : OptionalDouble.empty());
    }

    /** As {@code grout=} reads it. */
    @Override
    public String toString() {
        return color + (width.isPresent() ? "," + Numbers.text(width.getAsDouble()) : "");
    }
}
