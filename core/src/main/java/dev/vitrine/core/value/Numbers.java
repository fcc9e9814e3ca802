package dev.vitrine.core.value;

import dev.vitrine.core.failure.Failures;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Numbers as commands and catalog fields write them: decimal, with a dot, blanks around them ignored.
 *
 * <p>A real number is at most 1e9 in size, and one below 1e-9 counts as 0: nothing in a scene is larger or smaller, and no
 * later product, quotient or sum of such numbers overflows. What is no number is a bad value; a number outside its range is
 * out of range.
 */
public final class Numbers {
    /** The largest real number that is read. */
    public static final double LARGEST = 1e9;

    /** The smallest real number that is not taken for 0. */
    public static final double SMALLEST = 1e-9;

    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]++");
    private static final Pattern REAL =
            Pattern.compile("[+-]?(?:[0-9]++(?:\\.[0-9]*+)?|\\.[0-9]++)(?:[eE][+-]?[0-9]++)?");

    private Numbers() {}

    /** A whole number within these bounds; {@code command} names it in a failure. */
    public static int whole(String command, String value, int least, int most) {
        String expected = "a whole number" + range(least, most);
        String text = value.strip();
        if (!WHOLE.matcher(text).matches()) {
            throw Failures.badValue(command, value, expected);
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException tooLong) {
            // as far out of range as a number can be
        }
        throw Failures.outOfRange(command, value, expected);
    }

    /** A real number within these bounds; {@code command} names it in a failure. */
    public static double real(String command, String value, double least, double most) {
        String expected = "a number" + range(least, most);
        String text = value.strip();
        if (!REAL.matcher(text).matches()) {
            throw Failures.badValue(command, value, expected);
        }
        double parsed = Double.parseDouble(text);
        double number = Math.abs(parsed) < SMALLEST ? 0 : parsed;
        if (number < least || number > most || Math.abs(number) > LARGEST) {
            throw Failures.outOfRange(command, value, expected);
        }
        return number;
    }

    /** Any real number. */
    public static double real(String command, String value) {
        return real(command, value, -LARGEST, LARGEST);
    }

    /** {@code 0} or {@code 1}. */
    public static boolean flag(String command, String value) {
        return whole(command, value, 0, 1) == 1;
    }

    /** The shortest text that {@link #real(String, String)} reads as this number. */
    public static String text(double number) {
        String text = Double.toString(number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** {@code 1} or {@code 0}. */
    public static String text(boolean flag) {
        return flag ? "1" : "0";
    }

    /** The parts between commas; an empty text has one empty part. */
    static List<String> parts(String value) {
        return List.of(value.split(",", -1)).stream().map(String::strip).toList();
    }

    private static String range(double least, double most) {
        if (least == SMALLEST) {
            return " above 0" + (most >= LARGEST ? "" : ", at most " + text(most));
        }
        if (most >= Math.min(LARGEST, Integer.MAX_VALUE)) {
            return least <= -LARGEST ? "" : ", at least " + text(least);
        }
        return " from " + text(least) + " to " + text(most);
    }
}
