package dev.vitrine.core.value;

/** {@code blendMode=}: how the colors of a layer meet those below it. */
public enum BlendMode {
    NORM,
    DISSOLVE,
    LIGHTEN,
    DARKEN,
    MULT,
    SCREEN;

    public static BlendMode read(String command, String value) {
        return Words.read(command, value, value, values());
    }

    public String text() {
        return Words.word(this);
    }
}
