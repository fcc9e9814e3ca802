package dev.vitrine.server.pipeline;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Dates as HTTP writes them, to the second: RFC 9110, section 5.6.7. Reads the two obsolete forms too. */
final class HttpDates {
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
        return FIXED.format(time);
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
