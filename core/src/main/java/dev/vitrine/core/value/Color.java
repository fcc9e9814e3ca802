package dev.vitrine.core.value;

import static com.google.common.base.Preconditions.checkArgument;

import dev.vitrine.core.failure.Failures;
import java.util.List;
import java.util.regex.Pattern;

/** An encoded RGB color of the working space, each component 0 to 255. */
public record Color(int red, int green, int blue) {
    private static final String EXPECTED =
            "red,green,blue or one gray level, each 0 to 255, or RRGGBB in hexadecimal digits";
    private static final Pattern GRAY = Pattern.compile("[0-9]{1,3}");
    private static final Pattern HEX_GRAY = Pattern.compile("0[xX][0-9a-fA-F]{1,2}");
    private static final Pattern HEX_RGB = Pattern.compile("(?:0[xX])?[0-9a-fA-F]{6}");

    public Color {
        checkArgument(isByte(red) && isByte(green) && isByte(blue), "color %s,%s,%s", red, green, blue);
    }

    public static Color gray(int level) {
        return new Color(level, level, level);
    }

    /** A color packed as {@code 0xRRGGBB}. */
    public static Color ofRgb(int rgb) {
        return new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }

    /**
     * Reads {@code red,green,blue}, a gray level of one to three decimal digits, {@code [0x]RRGGBB} or {@code 0xHH}, letter
     * case aside. Six digits without commas are always hexadecimal: {@code 123456} is (18,52,86), and {@code 000128} is
     * (0,1,40), never gray.
     *
     * @param command what names the value in a failure
     */
    public static Color read(String command, String value) {
        List<String> parts = Numbers.parts(value);
        return parts.size() == 1 || parts.size() == 3 ? read(command, value, parts) : fail(command, value);
    }

    /** Reads one part or three; {@code value} is what a failure quotes. */
    static Color read(String command, String value, List<String> parts) {
        String first = parts.get(0);
        if (parts.size() == 3) {
            return new Color(
                    component(command, value, first),
                    component(command, value, parts.get(1)),
                    component(command, value, parts.get(2)));
        }
        if (GRAY.matcher(first).matches()) {
            return gray(component(command, value, first));
        }
        if (HEX_GRAY.matcher(first).matches()) {
            return gray(Integer.parseInt(first.substring(2), 16));
        }
        if (HEX_RGB.matcher(first).matches()) {
            return ofRgb(Integer.parseInt(first.substring(first.length() - 6), 16));
        }
        return fail(command, value);
    }

    private static int component(String command, String value, String part) {
        if (!part.matches("[0-9]{1,10}")) {
            throw Failures.badValue(command, value, EXPECTED);
        }
        long level = Long.parseLong(part);
        if (level > 255) {
            throw Failures.outOfRange(command, value, EXPECTED);
        }
        return (int) level;
    }

    private static Color fail(String command, String value) {
        throw Failures.badValue(command, value, EXPECTED);
    }

    /** Six lower-case hex digits, as {@code color=} reads them. */
    @Override
    public String toString() {
        return Integer.toHexString(1 << 24 | red << 16 | green << 8 | blue).substring(1);
    }

    private static boolean isByte(int component) {
        return component >= 0 && component <= 255;
    }
}
