package dev.vitrine.core.value;

import dev.vitrine.core.failure.Failures;
import java.util.List;

/** {@code op_colorbalance=}: how much more there is of each component, -100 to 100 percent. */
public record ColorBalance(double red, double green, double blue) {
    public static final ColorBalance NONE = new ColorBalance(0, 0, 0);

    /** Reads {@code red,green,blue}. */
    public static ColorBalance read(String command, String value) {
        List<String> parts = Numbers.parts(value);
        if (parts.size() != 3) {
            throw Failures.badValue(command, value, "three numbers from -100 to 100");
        }
        return new ColorBalance(
                Numbers.real(command, parts.get(0), -100, 100),
                Numbers.real(command, parts.get(1), -100, 100),
                Numbers.real(command, parts.get(2), -100, 100));
    }

    @Override
    public String toString() {
        return Numbers.text(red) + "," + Numbers.text(green) + "," + Numbers.text(blue);
    }
}
