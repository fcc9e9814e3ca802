package dev.vitrine.catalog.field;

import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.Longs;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the date/time type: milliseconds since 1970 UTC, or {@code mm/dd/yyyy hh:mm:ss} with a zone code ({@code PST}) or an
 * offset from Greenwich in hours or hours and minutes ({@code GMT -7}, {@code GMT +5:30}). Zone codes are fixed offsets:
 * daylight saving has its own code. Codes that several zones share ({@code IST}) are not known.
 */
final class DateTimes {
    private static final String EXPECTED =
            "milliseconds since 1970, or a date such as '11/22/2026 15:30:00 GMT' or '11/22/2026 15:30:00 GMT -7'";

    private static final Pattern DATE =
            Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})\\s+(\\d{1,2}):(\\d{1,2}):(\\d{1,2})"
                    + "\\s*(?:GMT\\s*([+-]?)(\\d{1,2})(?::(\\d{2}))?|([A-Z]{3,4}))");

    /** Hours ahead of Greenwich. */
    private static final Map<String, Integer> ZONES = ImmutableMap.<String, Integer>builder()
            .put("GMT", 0)
            .put("UTC", 0)
            .put("WET", 0)
            .put("WEST", 1)
            .put("BST", 1)
            .put("CET", 1)
            .put("CEST", 2)
            .put("EET", 2)
            .put("EEST", 3)
            .put("MSK", 3)
            .put("JST", 9)
            .put("KST", 9)
            .put("AEST", 10)
            .put("AEDT", 11)
            .put("NZST", 12)
            .put("NZDT", 13)
            .put("AST", -4)
            .put("ADT", -3)
            .put("EST", -5)
            .put("EDT", -4)
            .put("CST", -6)
            .put("CDT", -5)
            .put("MST", -7)
            .put("MDT", -6)
            .put("PST", -8)
            .put("PDT", -7)
            .put("AKST", -9)
            .put("AKDT", -8)
            .put("HST", -10)
            .buildOrThrow();

    private DateTimes() {}

    /** Milliseconds since 1970 UTC. */
    static long parse(String text) throws BadField {
        Long millis = Longs.tryParse(text);
        return millis != null ? millis : date(text);
    }

    private static long date(String text) throws BadField {
        Matcher matcher = DATE.matcher(text.toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw BadField.tolerated(EXPECTED);
        }
        try {
            return LocalDateTime.of(
                            number(matcher, 3),
                            number(matcher, 1),
                            number(matcher, 2),
                            number(matcher, 4),
                            number(matcher, 5),
                            number(matcher, 6))
                    .toInstant(offset(matcher))
                    .toEpochMilli();
        } catch (DateTimeException e) {
            throw BadField.tolerated(EXPECTED);
        }
    }

    private static ZoneOffset offset(Matcher matcher) throws BadField {
        String code = matcher.group(10);
        if (code != null) {
            Integer hours = ZONES.get(code);
            if (hours == null) {
                throw BadField.tolerated("a known time zone code or an offset such as 'GMT -7'");
            }
            return ZoneOffset.ofHours(hours);
        }
        int minutes = number(matcher, 8) * 60 + (matcher.group(9) == null ? 0 : number(matcher, 9));
        return ZoneOffset.ofTotalSeconds((matcher.group(7).equals("-") ? -minutes : minutes) * 60);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
