package dev.vitrine.core.value;

import dev.vitrine.core.failure.Failures;
import java.util.List;
import java.util.stream.Stream;

/** {@code req=}: what is asked for, and in which form it is written when it is not a picture. */
public record RequestKind(RequestType type, TextForm form) {
    /** What a request that does not say asks for. */
    public static final RequestKind IMAGE = new RequestKind(RequestType.IMG, TextForm.TEXT);

    /** Everything but the banner, which is what one gets for asking nothing. */
    private static final RequestType[] ASKED_FOR = Stream.of(RequestType.values())
            .filter(type -> type != RequestType.BANNER)
            .toArray(RequestType[]::new);

    /** The kind with the form it has when none is given: XML for {@code contents} and {@code map}, else text. */
    public static RequestKind of(RequestType type) {
        boolean xml = type == RequestType.CONTENTS || type == RequestType.MAP;
        return new RequestKind(type, xml ? TextForm.XML : TextForm.TEXT);
    }

    /**
     * Reads {@code type[,form[,encoding]]}; the only encoding is UTF-8.
     *
     * @param command what names the value in a failure
     */
    public static RequestKind read(String command, String value) {
        List<String> parts = Numbers.parts(value);
        RequestType type = Words.read(command, value, parts.get(0), ASKED_FOR);
        boolean utf8 = parts.size() < 3 || Words.lower(parts.get(2)).equals("utf-8");
        if (parts.size() > 3 || !utf8) {
            throw Failures.badValue(command, value, "a type such as props, and text, javascript, xml or json");
        }
        return Words.optional(command, value, parts, 1, TextForm.values())
                .map(form -> new RequestKind(type, form))
                .orElse(of(type));
    }

    /** As {@code req=} reads it. */
    @Override
    public String toString() {
        return Words.word(type) + (form == of(type).form ? "" : "," + Words.word(form));
    }
}
