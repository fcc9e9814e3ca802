package dev.vitrine.catalog.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.core.value.Color;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTypesTest {
    @Test
    void flag_zeroOrOne() throws BadField {
        assertEquals(Optional.of(false), FieldTypes.FLAG.read("0"));
        assertEquals(Optional.of(true), FieldTypes.FLAG.read("1"));
    }

    @Test
    void flag_anythingElse_isTolerated() {
        assertTrue(
                assertThrows(BadField.class, () -> FieldTypes.FLAG.read("true")).isTolerated());
    }

    @Test
    void choice_zero_saysNothing() throws BadField {
        assertEquals(Optional.empty(), FieldTypes.choice(Map.of(1, "a")).read("0"));
        assertEquals(Optional.of("a"), FieldTypes.choice(Map.of(1, "a")).read("1"));
        assertEquals(Optional.of("z"), FieldTypes.choice(Map.of(0, "z")).read("0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "20", "x", "1.0", ""})
    void choice_outsideItsRange_isTolerated(String text) {
        assertTrue(assertThrows(BadField.class, () -> FieldTypes.choice(0, 19).read(text))
                .isTolerated());
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "12.5,12.5",
        "245,245",
        "-2.34e4,-23400",
        "+.5,0.5",
        "5.,5",
        "10.053222945002956,10.053222945002956"
    })
    void real_asTheProtocolWritesIt(String text, double expected) throws BadField {
        assertEquals(Optional.of(expected), FieldTypes.REAL.read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "NaN", "Infinity", "1e999", "0x10", "1d", "1,5", "--1"})
    void real_otherText_isAMistake(String text) {
        assertTrue(
                !assertThrows(BadField.class, () -> FieldTypes.REAL.read(text)).isTolerated());
    }

    @Test
    void positive_zeroOrLess_saysNothing() throws BadField {
        assertEquals(Optional.empty(), FieldTypes.positive().read("0"));
        assertEquals(Optional.empty(), FieldTypes.positive().read("-3"));
        assertEquals(Optional.of(3.0), FieldTypes.positive().read("3"));
    }

    @Test
    void percent_minusOne_saysNothing() throws BadField {
        assertEquals(Optional.empty(), FieldTypes.percent().read("-1"));
        assertEquals(Optional.of(100.0), FieldTypes.percent().read("100"));
        assertThrows(BadField.class, () -> FieldTypes.percent().read("101"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"80ff00", "0x80ff00", "0X80FF00", "80Ff00"})
    void color_sixHexDigits(String text) throws BadField {
        assertEquals(Optional.of(new Color(128, 255, 0)), FieldTypes.COLOR.read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "80ff0", "#80ff00", "128,255,0", "80ff000", "0x", "gggggg"})
    void color_otherText_isAMistake(String text) {
        assertThrows(BadField.class, () -> FieldTypes.COLOR.read(text));
    }

    @Test
    void integers_countMatters() throws BadField {
        assertEquals(List.of(1, -2), FieldTypes.integers("1 , -2", 2, 2));
        assertThrows(BadField.class, () -> FieldTypes.integers("1", 2, 2));
        assertThrows(BadField.class, () -> FieldTypes.integers("1,2,3", 2, 2));
        assertThrows(BadField.class, () -> FieldTypes.integers("1,", 2, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1700000000000, 1700000000000",
        "01/01/1970 00:00:00 GMT, 0",
        "1/2/1970 3:04:05 UTC, 97445000",
        "01/01/1970 00:00:00 PST, 28800000",
        "01/01/1970 00:00:00 pdt, 25200000",
        "01/01/1970 00:00:00 GMT -7, 25200000",
        "01/01/1970 00:00:00GMT -7, 25200000",
        "01/01/1970 00:00:00 GMT+5:30, -19800000",
        "01/01/1970 00:00:00 GMT 2, -7200000"
    })
    void dateTime_bothForms(String text, long expected) throws BadField {
        assertEquals(Optional.of(expected), FieldTypes.DATE_TIME.read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "01/01/1970",
                "01/01/1970 00:00:00",
                "13/01/1970 00:00:00 GMT",
                "02/30/1970 00:00:00 GMT",
                "01/01/1970 24:00:00 GMT",
                "01/01/1970 00:00:00 XYZ",
                "01/01/1970 00:00:00 GMT -19",
                "1.5"
            })
    void dateTime_otherText_isTolerated(String text) {
        assertTrue(assertThrows(BadField.class, () -> FieldTypes.DATE_TIME.read(text))
                .isTolerated());
    }
}
