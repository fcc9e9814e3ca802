package dev.vitrine.core.value;

import dev.vitrine.core.failure.Failures;
import java.util.List;

/**
 * {@code op_usm=}: how a picture is sharpened.
 *
 * @param amount 0 to 5
 * @param radius in pixels, 0 to 250
 * @param threshold levels of 255
 * @param lumaOnly whether only the brightness is sharpened
 */
public record Unsharp(double amount, double radius, int threshold, boolean lumaOnly) {
    /** Reads {@code amount[,radius[,threshold[,monochrome]]]}; what is left out is 0. */
    public static Unsharp read(String command, String value) {
        List<String> parts = Numbers.parts(value);
        if (parts.size() > 4) {
            throw Failures.badValue(command, value, "amount,radius,threshold,monochrome");
        }
        return new Unsharp(
                Numbers.real(command, parts.get(0), 0, 5),
                says(parts, 1) ? Numbers.real(command, parts.get(1), 0, 250) : 0,
                says(parts, 2) ? (int) Math.rint(Numbers.real(command, parts.get(2), 0, 255)) : 0,
                says(parts, 3) && Numbers.flag(command, parts.get(3)));
    }

    private static boolean says(List<String> parts, int index) {
        return parts.size() > index && !parts.get(index).isEmpty();
    }

    /** Whether it changes anything. */
    public boolean isEffective() {
        return amount > 0 && radius > 0;
    }

    @Override
    public String toString() {
        return Numbers.text(amount) + "," + Numbers.text(radius) + "," + threshold + "," + Numbers.text(lumaOnly);
    }
}
