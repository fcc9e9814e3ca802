package dev.vitrine.core.value;

import dev.vitrine.core.failure.Failures;
import java.util.List;

/**
 * A rectangle in pixels, or in shares of the picture that it is cut from; it may reach beyond that.
 *
 * @param width above 0
 * @param height above 0
 * @param normalized whether these are shares
 */
public record MeasuredBox(double x, double y, double width, double height, boolean normalized) {
    /** Reads {@code x,y,width,height} in pixels. */
    public static MeasuredBox readPixels(String command, String value) {
        return read(command, value, false);
    }

    /** Reads {@code x,y,width,height} as shares. */
    public static MeasuredBox readShares(String command, String value) {
        return read(command, value, true);
    }

    private static MeasuredBox read(String command, String value, boolean normalized) {
        List<String> parts = Numbers.parts(value);
        if (parts.size() != 4) {
            throw Failures.badValue(command, value, "x,y,width,height");
        }
        return new MeasuredBox(
                Numbers.real(command, parts.get(0)),
                Numbers.real(command, parts.get(1)),
                Numbers.real(command, parts.get(2), Numbers.SMALLEST, Numbers.LARGEST),
                Numbers.real(command, parts.get(3), Numbers.SMALLEST, Numbers.LARGEST),
                normalized);
    }

    /** The same rectangle in pixels of a picture of this size. */
    public MeasuredBox in(Size picture) {
        return normalized
                ? new MeasuredBox(
                        x * picture.width(),
                        y * picture.height(),
                        width * picture.width(),
                        height * picture.height(),
                        false)
                : this;
    }

    /** As the command of this kind reads it. */
    public String text() {
        return Numbers.text(x) + "," + Numbers.text(y) + "," + Numbers.text(width) + "," + Numbers.text(height);
    }
}
