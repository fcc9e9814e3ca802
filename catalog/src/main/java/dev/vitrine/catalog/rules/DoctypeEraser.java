package dev.vitrine.catalog.rules;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * Blanks out a document type declaration, so that the XML reader never meets one and line numbers stay. Copies of the
 * protocol's own example are not even well-formed here ({@code SYSTEM" RuleSet.dtd"}), and must load nevertheless.
 */
final class DoctypeEraser {
    private DoctypeEraser() {}

    /** The file without its declaration; the file as it is, if it has none or its encoding is no superset of ASCII. */
    static byte[] erase(byte[] file) {
        String text = new String(file, ISO_8859_1);
        int start = start(text);
        if (start < 0) {
            return file;
        }
        byte[] erased = file.clone();
        int end = end(text, start);
        for (int i = start; i < end; i++) {
            if (erased[i] != '\n' && erased[i] != '\r') {
                erased[i] = ' ';
            }
        }
        return erased;
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

    /** Behind the mark that closes it; quoted text and the internal subset may hold such marks too. */
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
        return start; // never closed: the XML reader will say so
    }
}
