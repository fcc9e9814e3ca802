package dev.vitrine.core.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.FailureKind;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathReaderTest {
    private static VectorPath read(String text) {
        return PathReader.read("clipPath", text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "M1,2L3,4,5,6Z; M1,2L3,4L5,6",
                "M,1,2,L,3,4,Z; M1,2L3,4",
                "M 1 2 L 3 4 z; M1,2L3,4",
                "M1,2,3,4,5,6; M1,2L3,4L5,6",
                "m1,2l3,4-1-1; M1,2L4,6L3,5",
                "m1,2,1,1,1,1; M1,2L2,3L3,4",
                "M10,10L20,10zm1,1l5,0; M10,10L20,10M11,11L16,11",
                "M10,10L20,10m1,1l5,0; M10,10L20,10M21,11L26,11",
                "M10,10L20,10zL5,5; M10,10L20,10M10,10L5,5",
                "M0,0C1,0,2,1,2,2c1,0,1,1,1,1; M0,0C1,0,2,1,2,2C3,2,3,3,3,3",
                "M.5,-.5L1e1,2; M0.5,-0.5L10,2",
            })
    void read_path_isAbsolute(String text, String expected) {
        assertEquals(expected, read(text).toString());
        assertEquals(read(text), read(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"''", "L1,2", "M1", "M1,2", "M1,2L3", "M1,2Q1,1,2,2", "1,2", "M1,2C1,1,2,2", "MZ"})
    void read_noPath_isABadValue(String text) {
        FailureException e = assertThrows(FailureException.class, () -> read(text));
        assertEquals(FailureKind.BAD_VALUE, e.failure().kind());
    }

    @Test
    void read_anyText_isAPathOrAFailure() {
        Random random = new Random(4);
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder("M0,0");
            for (int length = random.nextInt(30); length > 0; length--) {
                text.append("MmLlCcZz0123456789,,..-+e ".charAt(random.nextInt(26)));
            }
            try {
                VectorPath path = read(text.toString());
                assertEquals(path, read(path.toString()));
            } catch (FailureException expected) {
                assertEquals("clipPath", expected.failure().arguments().get(0));
            }
        }
    }

    @Test
    void extent_ofCurves_isThatOfWhatIsDrawn() {
        assertEquals("0,0,100,75", read("M0,0C0,100,100,100,100,0").extent().text());
        assertEquals("-3,1,9,4", read("M5.5,1.2L-2.5,4.9").extent().text());
        assertEquals("0,0,8,1", read("M0,0C4,0,8,0,8,0").extent().text());
    }
}
