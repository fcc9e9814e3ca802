package dev.vitrine.core.value;

import dev.vitrine.core.failure.Failures;
import java.util.List;

/** {@code opac=}: of the whole layer, and of its content alone, both in percent from 0 to 100. */
public record Opacity(double layer, double fill) {
    public static final Opacity FULL = new Opacity(100, 100);

    /** Reads {@code opacity[,fillOpacity]}. */
    public static Opacity read(String command, String value) {
        List<String> parts = Numbers.parts(value);
        if (parts.size() > 2) {
            throw Failures.badValue(command, value, "opacity or opacity,fillOpacity");
        }
        double layer = Numbers.real(command, parts.get(0), 0, 100);
        return new Opacity(layer, parts.size() == 2 ? Numbers.real(command, parts.get(1), 0, 100) : 100);
    }

    /** What is left of the content, 0 to 1. */
    public double share() {
        return layer * fill / 10_000;
    }

    @Override
    public String toString() {
        return Numbers.text(layer) + "," + Numbers.text(fill);
    }
}
