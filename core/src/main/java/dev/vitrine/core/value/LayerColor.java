package dev.vitrine.core.value;

import static com.google.common.base.Preconditions.checkArgument;

import dev.vitrine.core.failure.Failures;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A color of Image Serving, which may be see-through.
 *
 * <table>
 * <caption>How it is written, letter case aside</caption>
 * <tr><td>{@code red,green,blue[,alpha][r]}</td><td>0 to 255</td></tr>
 * <tr><td>{@code gray[,alpha][g]}</td><td>percent</td></tr>
 * <tr><td>{@code cyan,magenta,yellow,black[,alpha]k}</td><td>percent</td></tr>
 * <tr><td>{@code [0x]RRGGBB[AA][r]}, {@code 0xGG[AA][g]}, {@code [0x]CCMMYYKK[AA]k}</td><td>hexadecimal</td></tr>
 * </table>
 *
 * <p>A final {@code s} names a color space and is accepted. CMYK is turned into RGB by the plain formula.
 *
 * @param alpha 0 to 255
 */
public record LayerColor(Color color, int alpha) {
    public static final LayerColor TRANSPARENT = new LayerColor(Color.gray(0), 0);

    private static final String EXPECTED = "a color such as 255,128,0 or ff8000, with or without alpha";
    private static final Pattern SUFFIX = Pattern.compile("(.*?)([rgk]?)s?");
    private static final Pattern HEX =
            Pattern.compile("0x((?:[0-9a-f]{2}){1,5})|([0-9a-f]{6}|[0-9a-f]{8}|[0-9a-f]{10})");

    public LayerColor {
        checkArgument(alpha >= 0 && alpha <= 255, "alpha %s", alpha);
    }

    /** Reads a color; {@code command} names it in a failure. */
    public static LayerColor read(String command, String value) {
        Matcher suffix = SUFFIX.matcher(value.strip().toLowerCase(Locale.ROOT));
        if (!suffix.matches()) {
            throw bad(command, value);
        }
        String body = suffix.group(1).strip();
        char type = suffix.group(2).isEmpty() ? 0 : suffix.group(2).charAt(0);
        Matcher hex = HEX.matcher(body);
        if (hex.matches()) {
            return ofHex(command, value, hex.group(1) == null ? hex.group(2) : hex.group(1), type);
        }
        return ofDecimals(command, value, Numbers.parts(body), type);
    }

    private static LayerColor ofHex(String command, String value, String digits, char type) {
        int[] c = new int[digits.length() / 2];
        for (int i = 0; i < c.length; i++) {
            c[i] = Integer.parseInt(digits.substring(2 * i, 2 * i + 2), 16);
        }
        int alpha = c[c.length - 1];
        if (type == 'k' && c.length >= 4) {
            return ofInk(c[0] / 255.0, c[1] / 255.0, c[2] / 255.0, c[3] / 255.0, c.length == 5 ? alpha : 255);
        }
        if (type == 'k' || c.length == 5 || (c.length < 3 && type == 'r') || (c.length > 2 && type == 'g')) {
            throw bad(command, value);
        }
        return c.length < 3
                ? new LayerColor(Color.gray(c[0]), c.length == 2 ? alpha : 255)
                : new LayerColor(new Color(c[0], c[1], c[2]), c.length == 4 ? alpha : 255);
    }

    private static LayerColor ofDecimals(String command, String value, List<String> parts, char type) {
        int count = parts.size();
        if (type == 'k' && (count == 4 || count == 5)) {
            double[] p = percents(command, parts);
            return ofInk(p[0], p[1], p[2], p[3], count == 5 ? level(p[4]) : 255);
        }
        if ((count == 1 || count == 2) && (type == 0 || type == 'g')) {
            double[] p = percents(command, parts);
            return new LayerColor(Color.gray(level(p[0])), count == 2 ? level(p[1]) : 255);
        }
        if ((count == 3 || count == 4) && (type == 0 || type == 'r')) {
            int[] c = parts.stream()
                    .mapToInt(part -> Numbers.whole(command, part, 0, 255))
                    .toArray();
            return new LayerColor(new Color(c[0], c[1], c[2]), count == 4 ? c[3] : 255);
        }
        throw bad(command, value);
    }

    private static double[] percents(String command, List<String> parts) {
        return parts.stream()
                .mapToDouble(part -> Numbers.real(command, part, 0, 100) / 100)
                .toArray();
    }

    private static LayerColor ofInk(double cyan, double magenta, double yellow, double black, int alpha) {
        double white = 1 - black;
        return new LayerColor(
                new Color(level((1 - cyan) * white), level((1 - magenta) * white), level((1 - yellow) * white)), alpha);
    }

    private static int level(double share) {
        return (int) Math.round(255 * share);
    }

    private static RuntimeException bad(String command, String value) {
        return Failures.badValue(command, value, EXPECTED);
    }

    /** As packed straight {@code 0xAARRGGBB}. */
    public int argb() {
        return alpha << 24 | color.red() << 16 | color.green() << 8 | color.blue();
    }

    /** Eight lower-case hex digits, red first and alpha last. */
    @Override
    public String toString() {
        return color + Integer.toHexString(0x100 | alpha).substring(1);
    }
}
