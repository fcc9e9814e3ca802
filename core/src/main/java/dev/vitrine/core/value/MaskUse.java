package dev.vitrine.core.value;

/** {@code maskUse=}: what the mask of a layer's picture is good for. */
public enum MaskUse {
    /** The picture shows where its mask is opaque. */
    NORM,
    /** It shows where its mask is not; without a mask nothing does. */
    INVERT,
    /** All of it shows. */
    OFF;

    public static MaskUse read(String command, String value) {
        return Words.read(command, value, value, values());
    }

    public String text() {
        return Words.word(this);
    }
}
