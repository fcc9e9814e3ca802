package dev.vitrine.core.value;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import dev.vitrine.core.failure.Failures;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * {@code quantize=}: how a picture gets few colors.
 *
 * @param diffuse whether the error of a pixel is spread over its neighbors
 * @param colors how many there may be, 2 to 256; only an adaptive palette is any smaller than its own size. A key color for
 *     transparency is not counted
 * @param forced colors that an adaptive palette has in any case, as packed {@code 0xRRGGBB}; no more than {@code colors}
 */
public record Quantization(Palette palette, boolean diffuse, int colors, ImmutableList<Integer> forced) {
    /** What counts where nothing is said. */
    public static final Quantization DEFAULT = new Quantization(Palette.ADAPTIVE, true, 256, ImmutableList.of());

    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{6}");
    private static final String EXPECTED = "type,dither,colors,rrggbb,…";

    public Quantization {
        checkArgument(colors >= 2 && colors <= 256, "%s colors", colors);
        checkArgument(forced.size() <= colors, "%s forced colors of %s", forced.size(), colors);
    }

    /**
     * Reads {@code type[,dither[,colors[,rrggbb…]]]}.
     *
     * @param command what names the value in a failure
     */
    public static Quantization read(String command, String value) {
        List<String> parts = Numbers.parts(value);
        Palette palette = Words.read(command, value, parts.get(0), Palette.values());
        boolean diffuse =
                Words.optional(command, value, parts, 1, Dither.values()).orElse(Dither.DIFFUSE) == Dither.DIFFUSE;
        int colors = parts.size() < 3 || parts.get(2).isEmpty() ? 256 : Numbers.whole(command, parts.get(2), 2, 256);
        List<String> hex = parts.subList(Math.min(3, parts.size()), parts.size());
        if (hex.size() > colors
                || !hex.stream().allMatch(part -> HEX.matcher(part).matches())) {
            throw Failures.badValue(command, value, EXPECTED);
        }
        return new Quantization(
                palette,
                diffuse,
                colors,
                hex.stream().map(part -> Integer.parseInt(part, 16)).collect(ImmutableList.toImmutableList()));
    }

    /** As {@code quantize=} reads it. */
    @Override
    public String toString() {
        String list = forced.stream()
                .map(rgb -> String.format(Locale.ROOT, ",%06x", rgb))
                .collect(joining());
        return Words.word(palette) + "," + Words.word(diffuse ? Dither.DIFFUSE : Dither.OFF) + "," + colors + list;
    }

    /** Where the colors come from. */
    public enum Palette {
        /** Made for the picture. */
        ADAPTIVE,
        /** The 216 colors that old browsers agreed on. */
        WEB,
        /** The 256 colors of the old Macintosh system. */
        MAC
    }

    private enum Dither {
        DIFFUSE,
        OFF
    }
}
