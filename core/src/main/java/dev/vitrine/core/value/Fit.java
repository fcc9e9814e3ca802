package dev.vitrine.core.value;

import dev.vitrine.core.failure.Failures;
import java.util.List;

/**
 * {@code fit=}: how a composite is scaled into the view of {@code wid=} and {@code hei=}.
 *
 * @param upscale whether it may become larger than it is
 */
public record Fit(Mode mode, boolean upscale) {
    /** What stands in for {@code fit=} that is not given. */
    public static final Fit DEFAULT = new Fit(Mode.FIT, false);

    /** Which of the two scales counts, and what happens to the rest. */
    public enum Mode {
        /** All of it within the view; the rest is background. */
        FIT,
        /** All of it within the view; the reply is as small as that allows. */
        CONSTRAIN,
        /** It covers the view; the rest is cut off. */
        CROP,
        /** It covers the view; the reply is as large as that needs. */
        WRAP,
        /** Each direction by its own scale. */
        STRETCH,
        /** By the scale across. */
        HFIT,
        /** By the scale down. */
        VFIT
    }

    /** Reads {@code mode[,upscale]}. */
    public static Fit read(String command, String value) {
        List<String> parts = Numbers.parts(value);
        if (parts.size() > 2) {
            throw Failures.badValue(command, value, "mode or mode,upscale");
        }
        Mode mode = Words.read(command, value, parts.get(0), Mode.values());
        return new Fit(mode, parts.size() == 2 && !parts.get(1).isEmpty() && Numbers.flag(command, parts.get(1)));
    }

    @Override
    public String toString() {
        return Words.word(mode) + "," + Numbers.text(upscale);
    }
}
