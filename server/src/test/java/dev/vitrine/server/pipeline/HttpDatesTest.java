package dev.vitrine.server.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HttpDatesTest {
    @Test
    void write_isWhatTheFormatterOfTheLibraryWrites() {
        DateTimeFormatter clear = DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US)
                .withZone(ZoneOffset.UTC);
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            Instant time = Instant.ofEpochSecond(random.nextLong(-100_000_000_000L, 300_000_000_000L), i);
            assertEquals(clear.format(time), HttpDates.write(time));
        }
        assertEquals("Thu, 01 Jan 1970 00:00:00 GMT", HttpDates.write(Instant.EPOCH));
    }

    @Test
    void read_whatWasWritten_isTheSameSecond() {
        Instant time = Instant.parse("2024-02-29T23:59:58Z");
        assertEquals("Thu, 29 Feb 2024 23:59:58 GMT", HttpDates.write(time));
        assertEquals(Optional.of(time), HttpDates.read(HttpDates.write(time)));
    }
}
