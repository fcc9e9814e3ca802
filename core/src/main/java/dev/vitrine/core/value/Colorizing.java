package dev.vitrine.core.value;

import dev.vitrine.core.failure.Failures;
import java.util.List;

/**
 * {@code op_colorize=}: a picture's brightness in another color.
 *
 * @param balanced whether the brightness is moved first so that its median is 50 percent
 * @param contrast the range of brightness that a balanced picture is brought to, in percent; 0 leaves it
 */
public record Colorizing(Color color, boolean balanced, double contrast) {
    private static final String EXPECTED = "an RGB color, then off or norm, then a contrast";

    private enum Balance {
        OFF,
        NORM
    }

    /** Reads {@code color[,off|norm[,contrast]]}. */
    public static Colorizing read(String command, String value) {
        List<String> parts = Numbers.parts(value);
        int length = parts.size() > 2 && parts.get(1).matches("[0-9]+") ? 3 : 1;
        if (parts.size() > length + 2) {
            throw Failures.badValue(command, value, EXPECTED);
        }
        LayerColor color = LayerColor.read(command, String.join(",", parts.subList(0, length)));
        Balance balance =
                Words.optional(command, value, parts, length, Balance.values()).orElse(Balance.NORM);
        boolean says = parts.size() == length + 2 && !parts.get(length + 1).isEmpty();
        return new Colorizing(
                color.color(),
                balance == Balance.NORM,
                says ? Numbers.real(command, parts.get(length + 1), 0, 100) : 0);
    }

    @Override
    public String toString() {
        return color + (balanced ? ",norm," : ",off,") + Numbers.text(contrast);
    }
}
