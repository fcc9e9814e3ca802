package dev.vitrine.catalog.file;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits an attribute file into its entries.
 *
 * <pre>
 * # a comment
 * Name = value
 * Name = a value that goes \
 *        on in the next line
 * Name = "quoted, with ""quotes"" in it"
 * </pre>
 *
 * <p>Lines end with CR, LF or both. A backslash at the very end of a line joins the next line to it; a comment is never
 * continued.
 */
final class AttributeFile {
    /** One attribute as written: the line is that of its name. */
    record Entry(String name, String value, int line) {}

    private final List<String> lines;
    private final ProblemLog.FileProblems problems;

    AttributeFile(String text, ProblemLog.FileProblems problems) {
        this.lines = text.lines().toList();
        this.problems = problems;
    }

    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        int next = 0;
        while (next < lines.size()) {
            int first = next;
            StringBuilder record = new StringBuilder(lines.get(next++));
            if (isComment(record)) {
                continue;
            }
            while (endsWithBackslash(record) && next < lines.size()) {
                record.setLength(record.length() - 1);
                record.append(lines.get(next++));
            }
            entry(record.toString(), first + 1, entries);
        }
        return entries;
    }

    private void entry(String record, int line, List<Entry> entries) {
        int equals = record.indexOf('=');
        if (equals >= 0 && isName(record.substring(0, equals).strip())) {
            String value = record.substring(equals + 1).strip();
            entries.add(new Entry(record.substring(0, equals).strip(), unquoted(value), line));
        } else if (!record.isBlank()) {
            problems.error(line, "is not of the form Name=value; begin it with # if it is a comment");
        }
    }

    /** The text within quotes, where a value is wholly within a pair of them. */
    private static String unquoted(String value) {
        if (value.length() < 2) {
            return value;
        }
        char quote = value.charAt(0);
        if ((quote != '"' && quote != '\'') || value.charAt(value.length() - 1) != quote) {
            return value;
        }
        String twice = "" + quote + quote;
        return value.substring(1, value.length() - 1).replace(twice, "" + quote);
    }

    private static boolean isName(String text) {
        return !text.isEmpty()
                && text.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z')
                                || (c >= '0' && c <= '9')
                                || c == '-'
                                || c == '_'
                                || c == '.');
    }

    private static boolean isComment(CharSequence record) {
        return record.toString().stripLeading().startsWith("#");
    }

    private static boolean endsWithBackslash(StringBuilder record) {
        return record.length() > 0 && record.charAt(record.length() - 1) == '\\';
    }
}
