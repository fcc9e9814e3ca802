package dev.vitrine.core.value;

/** How the rendered image is scaled to the reply's size ({@code resMode=}). */
public enum ResMode {
    BILIN,
    BICUB,
    /** A windowed sinc; {@code sharp} is its old spelling. */
    SHARP2,
    /** Photoshop's "bicubic sharper". */
    BISHARP;

    /**
     * Reads a mode's name, or {@code sharp}.
     *
     * @param command what names the value in a failure
     */
    public static ResMode read(String command, String value) {
        return Words.lower(value).equals("sharp") ? SHARP2 : Words.read(command, value, value, values());
    }

    /** As {@code resMode=} reads it. */
    @Override
    public String toString() {
        return Words.word(this);
    }
}
