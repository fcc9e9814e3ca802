package dev.vitrine.core.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.FailureKind;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PercentCodingTest {
    @Test
    void decode_exampleOfTheProtocol_givesTheText() {
        assertEquals("rate&weight=85% 27#", PercentCoding.decode("x=", "rate%26weight%3D85%25%2027%23"));
        assertEquals("a+b%20", PercentCoding.decode("x=", "a+b%2520"), "once, and a plus is a plus");
    }

    @Test
    void decode_bytesThatAreNoUtf8_areLatin1() {
        assertEquals("caf\u00e9", PercentCoding.decode("x=", "caf%C3%A9"));
        assertEquals("caf\u00e9", PercentCoding.decode("x=", "caf%e9"));
        assertEquals("caf\u00e9", PercentCoding.decode("x=", "caf\u00c3\u00a9"));
        assertEquals("\u00e9\u2192\ud83d\ude00", PercentCoding.decode("x=", "\u00e9\u2192\ud83d\ude00"));
        assertEquals("\u00c0\u0080", PercentCoding.decode("x=", "%c0%80"), "an overlong NUL is no NUL");
    }

    @Test
    void decode_brokenEscape_fails() {
        for (String broken : new String[] {"%", "%2", "a%zz", "%%20", "%\u0664\u0661", "%-1"}) {
            FailureException e = assertThrows(FailureException.class, () -> PercentCoding.decode("x=", broken));
            assertEquals(FailureKind.BAD_ENCODING, e.failure().kind());
        }
    }

    @Test
    void decodeLeniently_brokenEscape_staysAsItIs() {
        assertEquals("100% & %zz%", PercentCoding.decodeLeniently("100% %26 %zz%"));
    }

    @Test
    void encode_anyText_isHarmlessAndDecodesToItself() {
        Random random = new Random(3);
        for (int i = 0; i < 2000; i++) {
            String text = random.ints(random.nextInt(12), 0, 0x3000)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            String encoded = PercentCoding.encode(text);
            assertEquals(text, PercentCoding.decode("x=", encoded));
            assertTrue(encoded.matches("[A-Za-z0-9%~!*':;@,/._-]*"), encoded);
        }
    }
}
