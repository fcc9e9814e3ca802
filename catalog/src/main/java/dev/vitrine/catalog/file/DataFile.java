package dev.vitrine.catalog.file;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a data file into lines of cells, in one pass from left to right.
 *
 * <p>Cells are separated by single tabs, lines by CR, LF or both. A cell may stand within single or double quotation marks:
 * then it may hold tabs and line ends, and a mark within it is written twice. Lines with nothing in them are skipped.
 *
 * <p>A mark that is never closed would swallow the rest of the file. It is reported, and from there on this kind of mark is
 * taken as an ordinary character, so the lines behind it are still read.
 */
final class DataFile {
    /** One record as written; quotation marks are gone. */
    record Line(int number, List<String> cells) {}

    private static final int MOST_COLUMNS = 500;

    private final String text;
    private final int maxLines;
    private final ProblemLog.FileProblems problems;
    private int at;
    private int line = 1;
    private boolean doubleQuotes = true;
    private boolean singleQuotes = true;

    DataFile(String text, CatalogLimits limits, ProblemLog.FileProblems problems) {
        this.text = text;
        this.maxLines = limits.maxRecords() + 1;
        this.problems = problems;
    }

    /** All lines, the header first. */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        while (at < text.length()) {
            Line next = line();
            if (next.cells().stream().allMatch(String::isEmpty)) {
                continue;
            }
            if (lines.size() == maxLines) {
                problems.error(next.number(), "has more than " + (maxLines - 1) + " records; the rest is not read");
                break;
            }
            lines.add(next);
        }
        return lines;
    }

    private Line line() {
        int number = line;
        List<String> cells = new ArrayList<>();
        while (true) {
            String cell = cell();
            if (cells.size() < MOST_COLUMNS) {
                cells.add(cell);
            } else if (cells.size() == MOST_COLUMNS && !cell.isEmpty()) {
                problems.warning(number, "has more than " + MOST_COLUMNS + " fields; the rest is ignored");
            }
            if (at == text.length()) {
                break;
            }
            if (text.charAt(at) != '\t') {
                skipLineEnd();
                break;
            }
            at++;
        }
        return new Line(number, cells);
    }

    /** Reads up to the tab, line end or end of text that ends the cell. */
    private String cell() {
        if (at < text.length() && isQuote(text.charAt(at))) {
            int end = closingQuote();
            if (end > 0) {
                return quoted(end);
            }
            problems.error(line, "a quotation mark is opened and never closed; close it, or write it twice");
            doubleQuotes &= text.charAt(at) != '"';
            singleQuotes &= text.charAt(at) != '\'';
        }
        return plain().strip();
    }

    private String plain() {
        int start = at;
        while (at < text.length() && !isSeparator(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted(int end) {
        String quote = text.substring(at, at + 1);
        String inner = text.substring(at + 1, end);
        int opened = line;
        countLines(inner);
        at = end + 1;
        String rest = plain();
        if (!rest.isBlank()) {
            problems.warning(opened, "text follows a closing quotation mark; a mark within quotes is written twice");
        }
        return inner.replace(quote + quote, quote) + rest.stripTrailing();
    }

    /** Where the mark that opens here is closed; 0 if nowhere. */
    private int closingQuote() {
        char quote = text.charAt(at);
        int found = text.indexOf(quote, at + 1);
        while (found > 0 && found + 1 < text.length() && text.charAt(found + 1) == quote) {
            found = text.indexOf(quote, found + 2);
        }
        return Math.max(found, 0);
    }

    private void skipLineEnd() {
        if (text.startsWith("\r\n", at)) {
            at++;
        }
        at++;
        line++;
    }

    private void countLines(String part) {
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c == '\n' || (c == '\r' && !part.startsWith("\n", i + 1))) {
                line++;
            }
        }
    }

    private boolean isQuote(char c) {
        return (c == '"' && doubleQuotes) || (c == '\'' && singleQuotes);
    }

    private static boolean isSeparator(char c) {
        return c == '\t' || c == '\r' || c == '\n';
    }
}
