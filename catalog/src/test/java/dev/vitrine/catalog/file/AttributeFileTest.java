package dev.vitrine.catalog.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vitrine.catalog.file.AttributeFile.Entry;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttributeFileTest {
    private final ProblemLog log = new ProblemLog();

    @Test
    void entries_anyLineEnd() {
        assertEquals(
                List.of(new Entry("a", "1", 1), new Entry("b", "2", 2), new Entry("c", "3", 3), new Entry("d", "4", 4)),
                entries("a=1\rb=2\nc=3\r\nd=4"));
    }

    @Test
    void entries_whitespaceAndComments() {
        assertEquals(
                List.of(new Entry("RootId", "demo", 4), new Entry("MaxPix", "1, 2", 6)),
                entries("# one=1\n\n  #two=2\n RootId =\tdemo \n\t\nMaxPix=1, 2"));
    }

    @Test
    void entries_backslash_joinsLines() {
        assertEquals(
                List.of(new Entry("a", "1,2,3", 1), new Entry("b", "4", 4)), entries("a=1,\\\r\n2,\\\r\n3\r\nb=4"));
    }

    @Test
    void entries_commentWithBackslash_isNotContinued() {
        assertEquals(List.of(new Entry("a", "1", 2)), entries("# comment \\\na=1"));
    }

    @Test
    void entries_backslashAtTheEnd_staysText() {
        assertEquals(List.of(new Entry("RootPath", "C:\\data\\", 1)), entries("RootPath=C:\\data\\"));
    }

    @Test
    void entries_quotes_areTakenOff() {
        assertEquals(
                List.of(
                        new Entry("a", "x \"y\" z", 1),
                        new Entry("b", "it's", 2),
                        new Entry("c", "\"half", 3),
                        new Entry("d", "", 4),
                        new Entry("e", "\"", 5)),
                entries("a=\"x \"\"y\"\" z\"\nb='it''s'\nc=\"half\nd=\"\"\ne=\""));
    }

    @Test
    void entries_valueWithEquals_staysWhole() {
        assertEquals(List.of(new Entry("a", "b=c&d=e", 1)), entries("a=b=c&d=e"));
    }

    @Test
    void entries_noName_isAnError() {
        assertEquals(List.of(new Entry("ok", "1", 4)), entries("RootId\n=5\nmy name=5\nok=1"));
        assertEquals(List.of(1, 2, 3), log.all().stream().map(p -> p.line()).toList());
        assertEquals(
                "test.ini:1: error: is not of the form Name=value; begin it with # if it is a comment",
                log.all().get(0).toString());
    }

    private List<Entry> entries(String text) {
        return new AttributeFile(text, log.of("test.ini")).entries();
    }
}
