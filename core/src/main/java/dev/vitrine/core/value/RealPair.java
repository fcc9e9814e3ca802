package dev.vitrine.core.value;

import dev.vitrine.core.failure.Failures;
import java.util.List;

/** Two real numbers, x to the right and y down, in the units of the scene unless said otherwise. */
public record RealPair(double x, double y) {
    /**
     * Reads {@code x,y}.
     *
     * @param command what names the value in a failure
     */
    public static RealPair read(String command, String value) {
        List<String> parts = Numbers.parts(value);
        if (parts.size() != 2) {
            throw Failures.badValue(command, value, "two numbers x,y");
        }
        return new RealPair(Numbers.real(command, parts.get(0)), Numbers.real(command, parts.get(1)));
    }

    /** As {@code pos=} reads it. */
    @Override
    public String toString() {
        return Numbers.text(x) + "," + Numbers.text(y);
    }
}
