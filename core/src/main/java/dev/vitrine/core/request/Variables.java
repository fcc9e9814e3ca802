package dev.vitrine.core.request;

import dev.vitrine.core.failure.Failures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The custom variables of a request, and the one pass that fills them in.
 *
 * <p>{@code $name$} stands for the variable's value, letter case aside; a name that is not defined stays as it is. What a value
 * brings along is never filled in again, here or in a nested request: a reference in the result that would be one, is encoded.
 */
final class Variables {
    private final Map<String, String> values = new LinkedHashMap<>();
    private final int mostCharacters;
    private long characters;

    /** @param mostCharacters how long all results together may get */
    Variables(int mostCharacters) {
        this.mostCharacters = mostCharacters;
    }

    /** Defines a variable anew, or for the first time. Brackets of the value that do not match are encoded. */
    void define(String name, String value) {
        values.put(name.toLowerCase(Locale.ROOT), new Brackets(value).encodeUnmatched());
    }

    /** In the order of their first definition. */
    List<Variable> list() {
        return values.entrySet().stream()
                .map(e -> new Variable(e.getKey(), e.getValue()))
                .toList();
    }

    /** The text, still encoded, with the variables filled in. */
    String fillIn(String text) {
        count(text.length());
        return text.indexOf('$') < 0 || values.isEmpty() ? text : walk(walk(text, false), true);
    }

    /** Replaces every reference by its value, or by itself encoded. */
    private String walk(String text, boolean encode) {
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (true) {
            int dollar = text.indexOf('$', at);
            int end = dollar < 0 ? -1 : text.indexOf('$', dollar + 1);
            if (end < 0) {
                return out.append(text, at, text.length()).toString();
            }
            String name = text.substring(dollar + 1, end);
            String value = values.get(name.toLowerCase(Locale.ROOT));
            out.append(text, at, dollar);
            if (value == null) {
                out.append('$');
                at = dollar + 1;
                continue;
            }
            String replacement = encode ? "%24" + name + "%24" : value;
            count(replacement.length());
            out.append(replacement);
            at = end + 1;
        }
    }

    private void count(int more) {
        characters += more;
        if (characters > mostCharacters) {
            throw Failures.requestTooLong((int) Math.min(characters, Integer.MAX_VALUE), mostCharacters);
        }
    }
}
