package dev.vitrine.core.value;

/** {@code flip=}: which ways a layer is mirrored. */
public enum Flip {
    LR,
    UD,
    LRUD;

    public static Flip read(String command, String value) {
        return Words.read(command, value, value, values());
    }

    public boolean leftRight() {
        return this != UD;
    }

    public boolean upDown() {
        return this != LR;
    }

    public String text() {
        return Words.word(this);
    }
}
