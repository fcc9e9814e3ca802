package dev.vitrine.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class EscapesTest {
    private static final String ALL = " a\t\n\r\f\\=:#!'\"<>&\u00e9\u2028\ud83e\ude91\u0000~";

    @Test
    void property_anyText_isReadBackByJava() throws IOException {
        Properties read = new Properties();
        read.load(new StringReader(Escapes.propertyName(ALL) + "=" + Escapes.property(ALL)));
        assertEquals(ALL, read.getProperty(ALL));
    }

    @Test
    void script_anyText_isAsciiWithoutQuotesAndTags() {
        assertEquals(
                " a\\t\\n\\r\\u000C\\\\=:#!\\u0027\\\"\\u003C\\u003E\\u0026\\u00E9\\u2028\\uD83E\\uDE91\\u0000~",
                Escapes.script(ALL));
    }

    @Test
    void xml_whatItCannotHold_isReplaced() {
        assertEquals(
                "&lt;&amp;&quot;\ufffd\ufffd\ufffd\ud83e\ude91", Escapes.xml("<&\"\u0000\uffff\ud800\ud83e\ude91"));
    }

    @Test
    void timestamp_isAsTheProtocolWritesIt() {
        assertEquals("Sat Sep 05 18:23:06 UTC 2026", Timestamp.text(Instant.parse("2026-09-05T18:23:06Z")));
    }
}
