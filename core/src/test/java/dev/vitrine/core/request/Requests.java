package dev.vitrine.core.request;

import dev.vitrine.core.limit.RequestLimits;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Requests for tests, parsed from the text that stands behind {@code /ir/render}. */
final class Requests {
    private Requests() {}

    static RawRequest raw(String text) {
        int question = text.indexOf('?');
        return new RawRequest(
                Dialect.RENDERING,
                question < 0 ? text : text.substring(0, question),
                question < 0 ? "" : text.substring(question + 1),
                Visitor.local("test"));
    }

    static ParsedRequest parse(String text) {
        return parse(text, Map.of());
    }

    /** @param macros by lower-case name */
    static ParsedRequest parse(String text, Map<String, String> macros) {
        return parser().parse(
                        raw(text), name -> Optional.ofNullable(macros.get(name.toLowerCase(java.util.Locale.ROOT))));
    }

    /** Parses with a record's modifier before the request's own commands. */
    static ParsedRequest parseWithModifier(String modifier, String text) {
        RawRequest raw = raw(text);
        return parser().parse(raw.dialect(), raw.path(), List.of(modifier, raw.query()), Macros.NONE, List.of());
    }

    /** What the request means, as canonical text. */
    static String canonical(String text) {
        return RequestText.of(parse(text));
    }

    static RequestParser parser() {
        return new RequestParser(RequestLimits.standard());
    }

    static ParsedRequest withoutWarnings(ParsedRequest r) {
        return new ParsedRequest(r.dialect(), r.item(), r.view(), r.segments(), r.variables(), List.of());
    }
}
