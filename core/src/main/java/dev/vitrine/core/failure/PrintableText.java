package dev.vitrine.core.failure;

/** Text from a client or a file made safe to print in one line: no control characters, and not too long. */
public final class PrintableText {
    private static final int MOST = 300;

    private PrintableText() {}

    /** The text with every control, format and lone surrogate character as {@code ?}, cut after 300 characters. */
    public static String of(String text) {
        if (text.length() <= MOST && isAscii(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder(Math.min(text.length(), MOST + 1));
        text.codePoints().limit(MOST).forEach(c -> out.appendCodePoint(isPrintable(c) ? c : '?'));
        if (text.codePointCount(0, text.length()) > MOST) {
            out.append('…');
        }
        return out.toString();
    }

    /** Whether all of it is what ASCII can print. */
    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean isPrintable(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
