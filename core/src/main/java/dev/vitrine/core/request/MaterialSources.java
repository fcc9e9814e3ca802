package dev.vitrine.core.request;

import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.request.MaterialSource.EmbeddedIndex;
import dev.vitrine.core.request.MaterialSource.EmbeddedName;
import dev.vitrine.core.request.MaterialSource.Foreign;
import dev.vitrine.core.request.MaterialSource.Named;
import dev.vitrine.core.request.MaterialSource.Nested;
import dev.vitrine.core.value.ItemRef;
import dev.vitrine.core.value.Numbers;
import dev.vitrine.core.value.PlainText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads and writes the values of {@code src=}, {@code glossmap=} and their like, which are still encoded:
 *
 * <pre>
 * source  = single [ "," single ]        a second one only after a name
 * single  = ("is" | "ir") bracketed      a request
 *         | "fxg" bracketed              a request for a graphic: not supported
 *         | bracketed                    a URL
 *         | name
 * </pre>
 *
 * Brackets are as {@link Brackets} understands them. A name and a URL are decoded, a request is not, unless it was encoded as a
 * whole: then no command of it would be found. An encoded comma is a comma here too, so no name holds one.
 */
final class MaterialSources {
    private static final String EXPECTED = "a material, is{request}, ir{request} or {URL}";
    private static final Pattern BARE_URL = Pattern.compile("(?:https?|ftp)://", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMA = Pattern.compile(",|%2[cC]");
    private static final Pattern SEPARATOR = Pattern.compile("[?&=]");
    private static final Pattern ENCODED_QUERY = Pattern.compile("%3[fF]");

    private MaterialSources() {}

    static MaterialSource read(String command, String encoded) {
        String text = encoded.strip();
        Brackets brackets = new Brackets(text);
        int opener = brackets.sourceOpener(0);
        if (opener >= 0) {
            return readBracketed(command, text, 0, opener, brackets);
        }
        if (BARE_URL.matcher(text).lookingAt()) {
            throw Failures.badValue(command, text, "a URL within braces, {" + text + "}");
        }
        Matcher comma = COMMA.matcher(text);
        if (!comma.find()) {
            return new Named(name(command, text));
        }
        ItemRef first = name(command, text.substring(0, comma.start()));
        return new Named(first, Optional.of(readSecond(command, text, comma.end(), brackets)));
    }

    private static MaterialSource readSecond(String command, String text, int start, Brackets brackets) {
        int opener = brackets.sourceOpener(start);
        if (opener >= 0) {
            return readBracketed(command, text, start, opener, brackets);
        }
        if (BARE_URL.matcher(text).region(start, text.length()).lookingAt()) {
            throw Failures.badValue(command, text, "a URL within braces, {" + text.substring(start) + "}");
        }
        if (COMMA.matcher(text).region(start, text.length()).find()) {
            throw Failures.badValue(command, text, "at most two names");
        }
        return new Named(name(command, text.substring(start)));
    }

    private static MaterialSource readBracketed(String command, String text, int start, int opener, Brackets brackets) {
        int closer = brackets.closer(opener);
        if (closer < 0) {
            throw Failures.unbalancedBrackets(command + "=" + text);
        }
        String inside = text.substring(opener + brackets.length(opener), closer);
        if (closer + brackets.length(closer) != text.length() || inside.isBlank()) {
            throw Failures.badValue(command, text, EXPECTED);
        }
        return switch (text.substring(start, opener)) {
            case "is" -> new Nested(Dialect.SERVING, request(command, inside));
            case "ir" -> new Nested(Dialect.RENDERING, request(command, inside));
            case Brackets.GRAPHIC -> throw Failures.notSupported(command + "=fxg{…}, a graphic of a third renderer,");
            default -> new Foreign(PlainText.read(command, PercentCoding.decode(command + "=", inside)));
        };
    }

    /** A request without a separator of its own, but with an encoded question mark, is one that was encoded as a whole. */
    private static String request(String command, String inside) {
        if (SEPARATOR.matcher(inside).find() || !ENCODED_QUERY.matcher(inside).find()) {
            return inside;
        }
        return new Brackets(PercentCoding.decode(command + "=", inside)).encodeUnmatched();
    }

    private static ItemRef name(String command, String encoded) {
        return ItemRef.read(command, PercentCoding.decode(command + "=", encoded));
    }

    static MaterialSource readName(String command, String value) {
        return new EmbeddedName(PlainText.read(command, value));
    }

    static MaterialSource readIndex(String command, String value) {
        return new EmbeddedIndex(Numbers.whole(command, value, 0, Integer.MAX_VALUE));
    }

    /** Reads a source of Image Serving, where a slash in front of a name means something. */
    static MaterialSource readRooted(String command, String encoded) {
        MaterialSource source = read(command, encoded);
        boolean slash = PercentCoding.decodeLeniently(encoded).strip().startsWith("/");
        return source instanceof Named named ? new Named(named.item().rooted(slash), named.second()) : source;
    }

    static String writeRooted(MaterialSource source) {
        String text = write(source);
        boolean slash = source instanceof Named named && named.item().rooted();
        return slash && !text.startsWith("/") ? "/" + text : text;
    }

    static String write(MaterialSource source) {
        if (source instanceof Named named) {
            return writeName(named.item())
                    + named.second().map(s -> "," + write(s)).orElse("");
        }
        if (source instanceof Nested nested) {
            return nested.dialect().token() + Brackets.around(nested.request());
        }
        if (source instanceof Foreign foreign) {
            return Brackets.around(PercentCoding.encode(foreign.url()));
        }
        throw new IllegalArgumentException("embedded materials have commands of their own");
    }

    static String embeddedText(MaterialSource source) {
        if (source instanceof EmbeddedName embedded) {
            return embedded.name();
        }
        return String.valueOf(((EmbeddedIndex) source).index());
    }

    /** A name that looks like a bracketed source gets the slash that tells them apart. */
    private static String writeName(ItemRef item) {
        String text = PercentCoding.encode(item.text());
        return new Brackets(text).sourceOpener(0) >= 0 ? "/" + text : text;
    }
}
