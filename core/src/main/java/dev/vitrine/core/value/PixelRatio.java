package dev.vitrine.core.value;

import static com.google.common.base.Preconditions.checkArgument;

import dev.vitrine.core.failure.Failures;
import java.util.List;

/** {@code dpr=}: how many pixels a device has along a line for each that the page counts. */
public record PixelRatio(double ratio) {
    /** The page's pixels are the device's. */
    public static final PixelRatio ONE = new PixelRatio(1);

    public PixelRatio {
        checkArgument(ratio > 0, "pixel ratio %s", ratio);
    }

    /**
     * Reads {@code off}, {@code on,ratio}, or {@code on} alone, which leaves the ratio to be detected; nobody does that here, so
     * it is 1.
     *
     * @param command what names the value in a failure
     */
    public static PixelRatio read(String command, String value) {
        List<String> parts = Numbers.parts(value);
        boolean on = OnOff.read(command, parts.get(0));
        if (parts.size() > (on ? 2 : 1)) {
            throw Failures.badValue(command, value, "off, or on,ratio");
        }
        return parts.size() == 1
                ? ONE
                : new PixelRatio(Numbers.real(command, parts.get(1), Numbers.SMALLEST, Numbers.LARGEST));
    }

    /** As {@code dpr=} reads it. */
    @Override
    public String toString() {
        return ratio == 1 ? "off" : "on," + Numbers.text(ratio);
    }
}
