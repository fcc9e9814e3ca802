package dev.vitrine.core.value;

import dev.vitrine.core.failure.Failures;

/** Switches of requests that are written as words: {@code on} and {@code off}. */
public final class OnOff {
    private OnOff() {}

    /** Reads either word; {@code command} names the value in a failure. */
    public static boolean read(String command, String value) {
        return switch (Words.lower(value)) {
            case "on" -> true;
            case "off" -> false;
            default -> throw Failures.badValue(command, value, "on or off");
        };
    }

    public static String text(boolean on) {
        return on ? "on" : "off";
    }
}
