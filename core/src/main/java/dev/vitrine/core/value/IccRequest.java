package dev.vitrine.core.value;

import java.util.Locale;
import java.util.Optional;

/** {@code icc=}: the output color profile and how to convert to it. */
public record IccRequest(String profile, Optional<Intent> intent, Optional<Boolean> blackPointCompensation) {
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
