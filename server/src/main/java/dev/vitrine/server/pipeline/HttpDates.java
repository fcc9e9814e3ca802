package dev.vitrine.server.pipeline;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Dates as HTTP writes them, to the second: RFC 9110, section 5.6.7. Reads the two obsolete forms too. */
final class HttpDates {
    private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final DateTimeFormatter FIXED = form("EEE, dd MMM uuuu HH:mm:ss 'GMT'");
    private static final DateTimeFormatter TWO_DIGIT_YEAR = zoned(new DateTimeFormatterBuilder()
            .appendPattern("EEEE, dd-MMM-")
            .appendValueReduced(ChronoField.YEAR, 2, 2, 1970)
            .appendPattern(" HH:mm:ss 'GMT'")
            .toFormatter(Locale.US));
    private static final List<DateTimeFormatter> READ =
            List.of(FIXED, TWO_DIGIT_YEAR, form("EEE MMM ppd HH:mm:ss uuuu"));

    private HttpDates() {}

    static String write(Instant time) {
        LocalDateTime at = LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, ZoneOffset.UTC);
        if (at.getYear() < 1000 || at.getYear() > 9999) {
            return FIXED.format(time);
        }
        // A tenth of what the formatter takes, for each reply has one.
        StringBuilder text = new StringBuilder(29)
                .append(DAYS.get(at.getDayOfWeek().getValue() - 1))
                .append(", ");
        twoDigits(text, at.getDayOfMonth())
                .append(' ')
                .append(MONTHS.get(at.getMonthValue() - 1))
                .append(' ')
                .append(at.getYear())
                .append(' ');
        twoDigits(text, at.getHour()).append(':');
        twoDigits(text, at.getMinute()).append(':');
        return twoDigits(text, at.getSecond()).append(" GMT").toString();
    }

    private static StringBuilder twoDigits(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    /** The instant; nothing if the text is no date. */
    static Optional<Instant> read(String text) {
        for (DateTimeFormatter form : READ) {
            try {
                return Optional.of(form.parse(text.strip(), Instant::from));
            } catch (DateTimeException notThisForm) {
                // the next one, then
            }
        }
        return Optional.empty();
    }

    private static DateTimeFormatter form(String pattern) {
        return zoned(DateTimeFormatter.ofPattern(pattern, Locale.US));
    }

    private static DateTimeFormatter zoned(DateTimeFormatter form) {
        return form.withZone(ZoneOffset.UTC);
    }
}
