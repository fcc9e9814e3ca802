package dev.vitrine.core.value;

import static com.google.common.base.Preconditions.checkArgument;

import dev.vitrine.core.failure.Failures;
import java.util.List;
import java.util.Optional;

/**
 * {@code textAttr=}: how a text layer is laid out.
 *
 * @param resolution dots per inch, which turn points into pixels
 * @param antiAliasing whether edges are smooth; its finer shades are read and not told apart
 */
public record TextAttributes(double resolution, boolean antiAliasing, Sizing sizing, Wrapping wrapping) {
    public static final TextAttributes DEFAULT = new TextAttributes(72, true, Sizing.FIXEDRES, Wrapping.WRAP);

    private static final double MOST = 10_000;

    /** What the size of the text box does to the resolution. */
    public enum Sizing {
        /** Nothing. */
        FIXEDRES,
        /** The text fills its box as well as it can. */
        AUTORES,
        /** The text is made smaller if it needs to be. */
        MAXRES
    }

    /** Where lines are broken. */
    public enum Wrapping {
        /** Between words, and within a word that is too long. */
        WRAP,
        /** Where the text says so. */
        NOWRAP,
        /** Between words only. */
        NBWRAP
    }

    private enum Edges {
        OFF,
        NORM,
        CRISP,
        SHARP,
        STRONG,
        SMOOTH
    }

    public TextAttributes {
        checkArgument(resolution > 0 && resolution <= MOST, "%s dots per inch", resolution);
    }

    /** Reads {@code resolution[,antiAliasing[,resMode[,wordWrap]]]}. */
    public static TextAttributes read(String command, String value) {
        List<String> parts = Numbers.parts(value);
        if (parts.size() > 4) {
            throw Failures.badValue(command, value, "resolution,antiAliasing,resMode,wordWrap");
        }
        double resolution = parts.get(0).isEmpty()
                ? DEFAULT.resolution
                : Numbers.real(command, parts.get(0), Numbers.SMALLEST, MOST);
        Optional<Edges> edges = Words.optional(command, value, parts, 1, Edges.values());
        return new TextAttributes(
                resolution,
                edges.orElse(Edges.NORM) != Edges.OFF,
                Words.optional(command, value, parts, 2, Sizing.values()).orElse(Sizing.FIXEDRES),
                Words.optional(command, value, parts, 3, Wrapping.values()).orElse(Wrapping.WRAP));
    }

    /** These attributes with another way of sizing. */
    public TextAttributes sized(Sizing other) {
        return new TextAttributes(resolution, antiAliasing, other, wrapping);
    }

    /** These attributes with another way of wrapping. */
    public TextAttributes wrapped(Wrapping other) {
        return new TextAttributes(resolution, antiAliasing, sizing, other);
    }

    @Override
    public String toString() {
        return Numbers.text(resolution) + (antiAliasing ? ",norm," : ",off,") + Words.word(sizing) + ","
                + Words.word(wrapping);
    }
}
