package dev.vitrine.catalog.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.catalog.file.DataFile.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataFileTest {
    private final ProblemLog log = new ProblemLog();

    @Test
    void lines_tabsAndAnyLineEnd() {
        assertEquals(
                List.of(line(1, "Id", "Path"), line(2, "a", ""), line(3, "", "b"), line(4, "c", "d")),
                lines("Id\tPath\ra\t\n\tb\r\nc\td"));
        assertEquals(List.of(), log.all());
    }

    @Test
    void lines_empty_areSkippedButCounted() {
        assertEquals(List.of(line(2, "a"), line(5, "b")), lines("\na\n\t\t\n\r\nb\n"));
    }

    @Test
    void lines_quotes_holdTabsLineEndsAndThemselves() {
        assertEquals(
                List.of(line(1, "x\ty", "say \"hi\"", "l1\r\nl2"), line(3, "it's", "z")),
                lines("\"x\ty\"\t\"say \"\"hi\"\"\"\t\"l1\r\nl2\"\n'it''s'\tz"));
        assertEquals(List.of(), log.all());
    }

    @Test
    void lines_quoteWithinACell_isOrdinary() {
        assertEquals(List.of(line(1, "12\" tile", "a'b")), lines("12\" tile\ta'b"));
    }

    @Test
    void lines_emptyQuotes_areAnEmptyCell() {
        assertEquals(List.of(line(1, "", "a")), lines("\"\"\ta"));
    }

    @Test
    void lines_neverClosed_isAnErrorAndTheRestIsRead() {
        assertEquals(List.of(line(1, "a"), line(2, "\"b", "c"), line(3, "d", "'e'")), lines("a\n\"b\tc\nd\t'''e'''"));
        assertEquals(1, log.all().size());
        assertEquals(2, log.all().get(0).line());
        assertTrue(log.all().get(0).isError());
    }

    @Test
    void lines_textAfterClosingQuote_isKeptWithAWarning() {
        assertEquals(List.of(line(1, "ab", "c")), lines("\"a\"b\tc"));
        assertEquals(
                "test.txt:1: warning: text follows a closing quotation mark; a mark within quotes is written twice",
                log.all().get(0).toString());
    }

    @Test
    void lines_tooMany_restIsNotRead() {
        CatalogLimits two = new CatalogLimits(1000, 2, 1);
        List<Line> lines = new DataFile("Id\na\nb\nc\nd", two, log.of("test.txt")).lines();
        assertEquals(3, lines.size());
        assertEquals(
                "test.txt:4: error: has more than 2 records; the rest is not read",
                log.all().get(0).toString());
    }

    @Test
    void lines_endlessTabs_takeNoMemory() {
        List<Line> lines = lines("a" + "\t".repeat(100_000) + "b");
        assertEquals(500, lines.get(0).cells().size());
        assertEquals(1, log.all().size());
    }

    private List<Line> lines(String text) {
        return new DataFile(text, CatalogLimits.standard(), log.of("test.txt")).lines();
    }

    private static Line line(int number, String... cells) {
        return new Line(number, List.of(cells));
    }
}
