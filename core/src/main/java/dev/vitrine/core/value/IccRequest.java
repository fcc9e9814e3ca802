package dev.vitrine.core.value;

import dev.vitrine.core.failure.Failures;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code icc=}: the output color profile and how to convert to it. */
public record IccRequest(String profile, Optional<Intent> intent, Optional<Boolean> blackPointCompensation) {
    /**
     * Reads {@code profile[,intent[,blackPointCompensation[,dither]]]}. The last one, which Image Serving knows, is checked and
     * forgotten: nothing is dithered.
     *
     * @param command what names the value in a failure
     */
    public static IccRequest read(String command, String value) {
        List<String> parts = Numbers.parts(value);
        if (parts.size() > 4 || parts.get(0).isEmpty()) {
            throw Failures.badValue(command, value, "profile,intent,blackPointCompensation");
        }
        if (parts.size() == 4 && !parts.get(3).isEmpty()) {
            Numbers.flag(command, parts.get(3));
        }
        return new IccRequest(
                PlainText.read(command, parts.get(0)),
                Words.optional(command, value, parts, 1, Intent.values()),
                parts.size() < 3 || parts.get(2).isEmpty()
                        ? Optional.empty()
                        : Optional.of(Numbers.flag(command, parts.get(2))));
    }

    /** As {@code icc=} reads it. */
    @Override
    public String toString() {
        String compensation =
                blackPointCompensation.map(b -> "," + Numbers.text(b)).orElse("");
        String meant = intent.map(Intent::toString).orElse("");
        return profile + (meant.isEmpty() && compensation.isEmpty() ? "" : "," + meant + compensation);
    }

    /** The rendering intents of the ICC specification. */
    public enum Intent {
        PERCEPTUAL,
        RELATIVE,
        SATURATION,
        ABSOLUTE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
