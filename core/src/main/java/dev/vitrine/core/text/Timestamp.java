package dev.vitrine.core.text;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as the protocol writes them: {@code Sat Sep 05 18:23:06 UTC 2026}. */
public final class Timestamp {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "EEE MMM dd HH:mm:ss 'UTC' uuuu", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Timestamp() {}

    public static String text(Instant moment) {
        return FORMAT.format(moment);
    }
}
