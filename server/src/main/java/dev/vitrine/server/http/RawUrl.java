package dev.vitrine.server.http;

import io.undertow.server.HttpServerExchange;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The URL of a request as it was sent: nothing decoded, but bytes that are UTF-8 as the characters they stand for.
 *
 * @param path with its leading slash; {@code ;} parameters and {@code ..} are still there
 * @param query without the question mark; empty when there is none
 */
record RawUrl(String path, String query) {
    static RawUrl of(HttpServerExchange exchange) {
        String path = exchange.getRequestURI();
        if (exchange.isHostIncludedInRequestURI()) {
            int authority = path.indexOf("://") + 3;
            int slash = path.indexOf('/', authority);
            path = slash < 0 ? "/" : path.substring(slash);
        }
        return new RawUrl(text(path), text(exchange.getQueryString()));
    }

    /** What follows this context, or null if the path is not in it. */
    String after(String context) {
        boolean inside =
                path.startsWith(context) && (path.length() == context.length() || path.charAt(context.length()) == '/');
        return inside ? path.substring(context.length()) : null;
    }

    private static boolean isAscii(String bytes) {
        for (int i = 0; i < bytes.length(); i++) {
            if (bytes.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Undertow hands out each byte as one character. */
    private static String text(String bytes) {
        if (isAscii(bytes)) {
            return bytes;
        }
        String unmasked = bytes.replace(RequestLineMask.PERCENT, '%').replace(RequestLineMask.BLANK, ' ');
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(unmasked.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return unmasked;
        }
    }
}
