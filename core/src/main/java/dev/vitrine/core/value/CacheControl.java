package dev.vitrine.core.value;

import dev.vitrine.core.failure.Failures;
import java.util.List;

/** {@code cache=}: whether browsers and proxies, and this server, may keep the reply; validating means both may. */
public record CacheControl(boolean client, boolean server, boolean validate) {
    public static final CacheControl ON = new CacheControl(true, true, false);

    private static final String EXPECTED = "on, off, validate, or two of on and off";

    /**
     * Reads {@code on}, {@code off}, {@code validate} (both caches on, the server's entry checked first), or one word each for
     * client and server.
     *
     * @param command what names the value in a failure
     */
    public static CacheControl read(String command, String value) {
        if (Words.lower(value).equals("validate")) {
            return new CacheControl(true, true, true);
        }
        List<String> parts = Numbers.parts(value);
        if (parts.size() > 2) {
            throw Failures.badValue(command, value, EXPECTED);
        }
        boolean client = isOn(command, value, parts.get(0));
        return new CacheControl(client, parts.size() == 1 ? client : isOn(command, value, parts.get(1)), false);
    }

    /** As {@code cache=} reads it. */
    @Override
    public String toString() {
        return validate ? "validate" : (client ? "on," : "off,") + (server ? "on" : "off");
    }

    private static boolean isOn(String command, String value, String word) {
        return switch (Words.lower(word)) {
            case "on" -> true;
            case "off" -> false;
            default -> throw Failures.badValue(command, value, EXPECTED);
        };
    }
}
