package dev.vitrine.core.request;

import dev.vitrine.core.failure.Failures;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Percent escapes ({@code %20}), decoded once and in UTF-8. A plus is a plus.
 *
 * <p>Bytes that are no UTF-8 are taken as ISO 8859-1, which is what old pages send. Raw characters up to U+00FF count as
 * bytes, because that is how HTTP hands them over; a text with any character above that is taken to be Unicode already.
 */
public final class PercentCoding {
    private static final String UNESCAPED = "-._~!*':;@,/";

    private PercentCoding() {}

    /**
     * Decodes, or ends the request when a {@code %} is not followed by two hexadecimal digits.
     *
     * @param command what names the text in the failure
     */
    public static String decode(String command, String text) {
        return decode(command, text, true);
    }

    /** Decodes what can be; a {@code %} that begins no escape stays as it is. */
    public static String decodeLeniently(String text) {
        return decode("", text, false);
    }

    /**
     * Escapes everything but ASCII letters, digits and a few marks that mean nothing in a query. Decoding the result gives the
     * text again, and no part of it can be taken for a separator, a bracket or a variable.
     */
    public static String encode(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (isLetterOrDigit(c) || UNESCAPED.indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append(escape(c));
            }
        }
        return out.toString();
    }

    /** The escape of one byte. */
    static String escape(int b) {
        return "%" + Character.forDigit(b >> 4, 16) + Character.forDigit(b & 15, 16);
    }

    private static String decode(String command, String text, boolean strict) {
        if (text.chars().allMatch(c -> c < 0x80 && c != '%')) {
            return text;
        }
        boolean unicode = text.chars().anyMatch(c -> c > 0xff);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + 16);
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '%' && isEscape(text, at)) {
                bytes.write(Character.digit(text.charAt(at + 1), 16) << 4 | Character.digit(text.charAt(at + 2), 16));
                at += 3;
            } else if (c == '%' && strict) {
                throw Failures.badEncoding(command, text.substring(at, Math.min(text.length(), at + 20)));
            } else if (unicode && c >= 0x80) {
                int point = text.codePointAt(at);
                bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
                at += Character.charCount(point);
            } else {
                bytes.write(c);
                at++;
            }
        }
        return text(bytes.toByteArray());
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    /** Whether an escape begins here. */
    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length() && isHex(text.charAt(at + 1)) && isHex(text.charAt(at + 2));
    }

    private static boolean isHex(char c) {
        return c < 0x80 && Character.digit(c, 16) >= 0;
    }

    private static boolean isLetterOrDigit(char c) {
        return c < 0x80 && Character.isLetterOrDigit(c);
    }
}
