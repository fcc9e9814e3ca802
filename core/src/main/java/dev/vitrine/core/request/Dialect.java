package dev.vitrine.core.request;

/** The two request languages that share one tokenizer, one macro and variable mechanism and one notion of nesting. */
public enum Dialect {
    /** Image Rendering, {@code /ir/render}. */
    RENDERING("ir"),
    /** Image Serving, {@code /is/image}. */
    SERVING("is");

    private final String token;

    Dialect(String token) {
        this.token = token;
    }

    /** What stands before the brackets of a nested request of this dialect; letter case counts. */
    public String token() {
        return token;
    }
}
