package dev.vitrine.core.text;

import com.google.common.xml.XmlEscapers;
import java.util.HexFormat;

/** Makes any text harmless inside the forms that have a syntax. */
public final class Escapes {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Escapes() {}

    /**
     * Text between quotes of either sort, in JSON as well as in a script, even if a browser were to take the script for
     * HTML: quotes, backslash, {@code < > &}, and all that is not printable ASCII, are escaped.
     */
    public static String script(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\'', '<', '>', '&' -> appendEscape(c, out);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> appendAscii(c, out);
            }
        }
        return out.toString();
    }

    /** The value of a Java property, as {@code java.util.Properties} reads it back. */
    public static String property(String text) {
        return property(text, false);
    }

    /** The name of a Java property. */
    public static String propertyName(String text) {
        return property(text, true);
    }

    /** With the escapes of {@link java.util.Properties#store}. */
    private static String property(String text, boolean isName) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\f' -> out.append("\\f");
                case '\\', '=', ':', '#', '!' -> out.append('\\').append(c);
                case ' ' -> out.append(isName || i == 0 ? "\\ " : " ");
                default -> appendAscii(c, out);
            }
        }
        return out.toString();
    }

    private static void appendAscii(char c, StringBuilder out) {
        if (c < ' ' || c > '~') {
            appendEscape(c, out);
        } else {
            out.append(c);
        }
    }

    private static void appendEscape(char c, StringBuilder out) {
        out.append("\\u").append(HEX.toHexDigits(c));
    }

    /** The content of an XML element or attribute; characters that XML 1.0 cannot hold become U+FFFD. */
    public static String xml(String text) {
        StringBuilder valid = new StringBuilder(text.length());
        text.codePoints().forEach(c -> valid.appendCodePoint(isXml(c) ? c : 0xfffd));
        return XmlEscapers.xmlAttributeEscaper().escape(valid.toString());
    }

    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xd7ff)
                || (c >= 0xe000 && c <= 0xfffd)
                || c >= 0x10000;
    }
}
