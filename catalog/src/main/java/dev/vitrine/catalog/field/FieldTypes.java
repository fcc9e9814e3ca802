package dev.vitrine.catalog.field;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.Doubles;
import com.google.common.primitives.Ints;
import dev.vitrine.core.value.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The data types that the catalog reference defines for attributes and fields.
 *
 * <table>
 * <caption>Text in, value out</caption>
 * <tr><th>type</th><th>text</th><th>value</th></tr>
 * <tr><td>flag</td><td>{@code 0}, {@code 1}</td><td>false, true; all else is "not specified"</td></tr>
 * <tr><td>choice</td><td>a listed integer</td><td>what it stands for; all else is "not specified"</td></tr>
 * <tr><td>integer, real</td><td>{@code -12}, {@code -2.34e4}</td><td>the number, always finite</td></tr>
 * <tr><td>color</td><td>{@code 80ff00}, {@code 0x80ff00}</td><td>the color</td></tr>
 * <tr><td>text</td><td>any</td><td>the same</td></tr>
 * <tr><td>date and time</td><td>see {@link DateTimes}</td><td>milliseconds since 1970 UTC</td></tr>
 * </table>
 */
public final class FieldTypes {
    private static final Pattern HEX_COLOR = Pattern.compile("(?:0[xX])?([0-9a-fA-F]{6})");
    private static final Pattern REAL_NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Splitter COMMAS = Splitter.on(',').trimResults();

    public static final FieldType<String> TEXT = Optional::of;
    public static final FieldType<Boolean> FLAG = FieldTypes::flag;
    public static final FieldType<Integer> INTEGER = text -> Optional.of(integer(text));
    public static final FieldType<Double> REAL = text -> Optional.of(real(text));
    public static final FieldType<Color> COLOR = FieldTypes::color;
    public static final FieldType<Long> DATE_TIME = text -> Optional.of(DateTimes.parse(text));

    private FieldTypes() {}

    /** A choice among integers that stand for something. */
    public static <T> FieldType<T> choice(Map<Integer, T> meanings) {
        ImmutableMap<Integer, T> known = ImmutableMap.copyOf(meanings);
        return text -> {
            Integer number = Ints.tryParse(text);
            if (number == null || (number != 0 && !known.containsKey(number))) {
                throw BadField.tolerated("one of " + known.keySet());
            }
            return Optional.ofNullable(known.get(number));
        };
    }

    /** A choice among the integers of a range, which stand for themselves. */
    public static FieldType<Integer> choice(int least, int most) {
        return text -> {
            Integer number = Ints.tryParse(text);
            if (number == null || number < least || number > most) {
                throw BadField.tolerated("a whole number from " + least + " to " + most);
            }
            return Optional.of(number);
        };
    }

    /** A number of percent, where any negative one means "not specified". */
    public static FieldType<Double> percent() {
        return text -> {
            double value = real(text);
            if (value > 100) {
                throw BadField.tolerated("a number from 0 to 100, or -1 for the default");
            }
            return value < 0 ? Optional.empty() : Optional.of(value);
        };
    }

    /** A number larger than 0, where any other one means "not specified". */
    public static FieldType<Double> positive() {
        return REAL.as(value -> value > 0 ? Optional.of(value) : Optional.empty());
    }

    /** Whole numbers separated by commas. */
    public static List<Integer> integers(String text, int least, int most) throws BadField {
        List<Integer> numbers = new ArrayList<>();
        for (String part : parts(text, least, most)) {
            numbers.add(integer(part));
        }
        return numbers;
    }

    /** Real numbers separated by commas. */
    public static List<Double> reals(String text, int least, int most) throws BadField {
        List<Double> numbers = new ArrayList<>();
        for (String part : parts(text, least, most)) {
            numbers.add(real(part));
        }
        return numbers;
    }

    private static List<String> parts(String text, int least, int most) throws BadField {
        List<String> parts = COMMAS.limit(most + 1).splitToList(text);
        if (parts.size() < least || parts.size() > most) {
            String count = least == most ? "" + least : least + " to " + most;
            throw BadField.mistake(count + " numbers separated by commas");
        }
        return parts;
    }

    private static Optional<Boolean> flag(String text) throws BadField {
        return switch (text) {
            case "0" -> Optional.of(false);
            case "1" -> Optional.of(true);
            default -> throw BadField.tolerated("0 for no or 1 for yes");
        };
    }

    private static int integer(String text) throws BadField {
        Integer number = Ints.tryParse(text.startsWith("+") ? text.substring(1) : text);
        if (number == null) {
            throw BadField.mistake("a whole number");
        }
        return number;
    }

    private static double real(String text) throws BadField {
        Double number = REAL_NUMBER.matcher(text).matches() ? Doubles.tryParse(text) : null;
        if (number == null || number.isInfinite()) {
            throw BadField.mistake("a number such as 12.5");
        }
        return number;
    }

    private static Optional<Color> color(String text) throws BadField {
        var matcher = HEX_COLOR.matcher(text);
        if (!matcher.matches()) {
            throw BadField.mistake("a color of six hex digits such as 80ff00");
        }
        return Optional.of(Color.ofRgb(Integer.parseInt(matcher.group(1), 16)));
    }
}
