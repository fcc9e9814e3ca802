package dev.vitrine.catalog.rules;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableSet;
import dev.vitrine.catalog.model.ReplyHeader;
import dev.vitrine.core.request.RequestPreview;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which header fields rules may set, and to what: nothing that could change where a reply begins or ends. */
public final class HeaderFields {
    private static final int MOST_CHARACTERS = 4096;
    private static final CharMatcher TOKEN = CharMatcher.inRange('a', 'z')
            .or(CharMatcher.inRange('A', 'Z'))
            .or(CharMatcher.inRange('0', '9'))
            .or(CharMatcher.anyOf("!#$%&'*+-.^_`|~"));
    private static final CharMatcher VISIBLE = CharMatcher.inRange(' ', '~').or(CharMatcher.is('\t'));

    /** What the connection and the body's own description need to be true. */
    private static final Set<String> RESERVED = ImmutableSet.of(
            "connection",
            "content-encoding",
            "content-length",
            "content-range",
            "content-type",
            "date",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "x-request-id",
            "x-vitrine-error",
            "x-vitrine-warning");

    private HeaderFields() {}

    /** Whether this is a field name and not one of those that the server alone answers for. */
    public static boolean mayBeSet(String name) {
        return !name.isEmpty()
                && name.length() <= 100
                && TOKEN.matchesAllOf(name)
                && !RESERVED.contains(name.toLowerCase(Locale.ROOT));
    }

    /**
     * The fields with the request's variables filled in and decoded. One that then has an impossible name, a reserved one, or a
     * value with anything but visible ASCII and blanks is left out.
     */
    public static List<ReplyHeader> filledIn(List<ReplyHeader> templates, RequestPreview preview) {
        return templates.stream()
                .map(template -> new ReplyHeader(
                        fill(template.name(), preview), fill(template.value(), preview), template.add()))
                .filter(header -> mayBeSet(header.name())
                        && header.value().length() <= MOST_CHARACTERS
                        && VISIBLE.matchesAllOf(header.value()))
                .toList();
    }

    private static String fill(String text, RequestPreview preview) {
        return text.indexOf('$') < 0 ? text : preview.fillIn(text);
    }
}
