package dev.vitrine.catalog.rules;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of an XML file, decoded as XML 1.0, appendix F says: by its byte order mark, else by its declaration, else as UTF-8.
 * Done here because the JDK's reader prints what it thinks of wrong bytes.
 */
final class XmlText {
    private static final Pattern DECLARED = Pattern.compile("^<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([^\"']*)[\"']");
    private static final int LONGEST_DECLARATION = 300;

    private XmlText() {}

    /**
     * Decodes a whole file.
     *
     * @param error takes the line and what is wrong, if nothing comes of it
     */
    static Optional<String> of(byte[] file, BiConsumer<Integer, String> error) {
        if (startsWith(file, 0xef, 0xbb, 0xbf)) {
            return decoded(file, 3, UTF_8, error);
        }
        if (startsWith(file, 0xfe, 0xff) || startsWith(file, 0xff, 0xfe)) {
            return decoded(file, 2, file[0] == (byte) 0xfe ? UTF_16BE : UTF_16LE, error);
        }
        if (startsWith(file, 0, '<') || startsWith(file, '<', 0)) {
            return decoded(file, 0, file[0] == 0 ? UTF_16BE : UTF_16LE, error);
        }
        String head = new String(file, 0, Math.min(file.length, LONGEST_DECLARATION), ISO_8859_1);
        Matcher declared = DECLARED.matcher(head);
        if (!declared.find()) {
            return decoded(file, 0, UTF_8, error);
        }
        try {
            return decoded(file, 0, Charset.forName(declared.group(1)), error);
        } catch (IllegalArgumentException e) {
            error.accept(1, "is said to be in an encoding that is not known: '" + declared.group(1) + "'");
            return Optional.empty();
        }
    }

    private static Optional<String> decoded(byte[] file, int from, Charset charset, BiConsumer<Integer, String> error) {
        ByteBuffer in = ByteBuffer.wrap(file, from, file.length - from);
        CharBuffer out = CharBuffer.allocate(file.length - from + 1);
        CoderResult result = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            int line = 1 + (int) text.lines().count() - (text.endsWith("\n") ? 0 : 1);
            error.accept(
                    Math.max(1, line), "holds bytes that are no " + charset.name() + "; save it as what it says it is");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private static boolean startsWith(byte[] file, int... head) {
        for (int i = 0; i < head.length; i++) {
            if (i >= file.length || (file[i] & 0xff) != head[i]) {
                return false;
            }
        }
        return true;
    }
}
