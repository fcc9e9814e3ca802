package dev.vitrine.errors;

import com.google.common.xml.XmlEscapers;
import java.util.HexFormat;

/** Makes any text harmless inside the forms that have a syntax. */
final class Escapes {
    private static final HexFormat HEX = HexFormat.of();

    private Escapes() {}

    /**
     * Text between quotes of either sort, in JSON as well as in a script, even if a browser were to take the script for
     * HTML: quotes, backslash, {@code < > &}, control characters and the two Unicode line ends become {@code \}{@code uXXXX}.
     */
    static String script(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || "\"'\\<>&\u2028\u2029".indexOf(c) >= 0 || Character.isSurrogate(c)) {
                out.append("\\u").append(HEX.toHexDigits(c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** The value of a Java property, as {@code java.util.Properties} reads it back. */
    static String property(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\\', ':', '=', '#', '!' -> out.append('\\').append(c);
                case ' ' -> out.append(i == 0 ? "\\ " : " ");
                default -> {
                    if (c < 0x20 || c > 0x7e) {
                        out.append("\\u").append(HEX.toHexDigits(c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.toString();
    }

    /** The content of an XML element; characters that XML 1.0 cannot hold become U+FFFD. */
    static String xml(String text) {
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
