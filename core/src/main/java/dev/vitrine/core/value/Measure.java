package dev.vitrine.core.value;

import dev.vitrine.core.failure.Failures;
import java.util.List;

/**
 * Two lengths, x to the right and y down, in pixels or as shares of a size that the place of use names.
 *
 * @param normalized whether these are shares
 */
public record Measure(double x, double y, boolean normalized) {
    /** Reads {@code x,y} in pixels. */
    public static Measure readPixels(String command, String value) {
        return read(command, value, -Numbers.LARGEST, false);
    }

    /** Reads {@code x,y} as shares. */
    public static Measure readShares(String command, String value) {
        return read(command, value, -Numbers.LARGEST, true);
    }

    /** Reads {@code width,height} in pixels, where 0 leaves a side free. */
    public static Measure readSize(String command, String value) {
        return read(command, value, 0, false);
    }

    /** Reads {@code width,height} as shares, where 0 leaves a side free. */
    public static Measure readSizeShares(String command, String value) {
        return read(command, value, 0, true);
    }

    private static Measure read(String command, String value, double least, boolean normalized) {
        List<String> parts = Numbers.parts(value);
        if (parts.size() != 2) {
            throw Failures.badValue(command, value, "two numbers");
        }
        return new Measure(
                Numbers.real(command, parts.get(0), least, Numbers.LARGEST),
                Numbers.real(command, parts.get(1), least, Numbers.LARGEST),
                normalized);
    }

    /** The first length in pixels, where 1 is {@code whole}. */
    public double x(double whole) {
        return normalized ? x * whole : x;
    }

    /** The second length in pixels, where 1 is {@code whole}. */
    public double y(double whole) {
        return normalized ? y * whole : y;
    }

    /** As the command of this kind reads it. */
    public String text() {
        return Numbers.text(x) + "," + Numbers.text(y);
    }
}
