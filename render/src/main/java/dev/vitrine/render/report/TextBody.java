package dev.vitrine.render.report;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A reply of text, in UTF-8. */
public record TextBody(String text, String mediaType) {
    public byte[] bytes() {
        return text.getBytes(UTF_8);
    }
}
