package dev.vitrine.catalog.rules;

import com.google.common.base.CharMatcher;
import java.util.Optional;

/**
 * Blanks out a document type declaration, so that the XML reader never meets one and line numbers stay. Copies of the
 * protocol's own example are not even well-formed here ({@code SYSTEM" RuleSet.dtd"}), and must load nevertheless.
 */
final class DoctypeEraser {
    private DoctypeEraser() {}

    /** The text without its declaration; as it is, if it has none; nothing if the declaration is never closed. */
    static Optional<String> erase(String text) {
        int start = start(text);
        if (start < 0) {
            return Optional.of(text);
        }
        int end = end(text, start);
        return end < 0
                ? Optional.empty()
                : Optional.of(text.substring(0, start)
                        + CharMatcher.noneOf("\r\n").replaceFrom(text.substring(start, end), ' ')
                        + text.substring(end));
    }

    /** Where the declaration begins: before the first element, and not in a comment. */
    private static int start(String text) {
        int at = text.indexOf('<');
        while (at >= 0) {
            if (text.startsWith("<!DOCTYPE", at)) {
                return at;
            }
            int next;
            if (text.startsWith("<!--", at)) {
                next = text.indexOf("-->", at + 4);
            } else if (text.startsWith("<?", at)) {
                next = text.indexOf("?>", at + 2);
            } else {
                return -1;
            }
            at = next < 0 ? -1 : text.indexOf('<', next);
        }
        return -1;
    }

    /** Behind the mark that closes it, -1 without one; quoted text and the internal subset may hold such marks too. */
    private static int end(String text, int start) {
        char quote = 0;
        int brackets = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[') {
                brackets++;
            } else if (c == ']') {
                brackets--;
            } else if (c == '>' && brackets <= 0) {
                return i + 1;
            }
        }
        return -1;
    }
}
