package dev.vitrine.core.value;

import dev.vitrine.core.failure.Failures;

/** Text that may be a name or a path: anything but control characters, which no honest name holds. */
public final class PlainText {
    private PlainText() {}

    /** The text itself, if it is neither empty nor holds a control character. */
    public static String read(String command, String value) {
        if (value.isEmpty()) {
            throw Failures.badValue(command, value, "a text");
        }
        return check(command, value, value);
    }

    /** Whether the text holds a control character, such as NUL or a line end. */
    public static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    /** {@code made}, unless the {@code value} it was made of holds a control character. */
    static <T> T check(String command, String value, T made) {
        if (hasControls(value)) {
            throw Failures.badValue(command, value, "a text without control characters");
        }
        return made;
    }
}
