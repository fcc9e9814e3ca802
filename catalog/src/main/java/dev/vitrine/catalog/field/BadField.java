package dev.vitrine.catalog.field;

/** Text that is no value of its type. The message says what would be: it completes "expected …". */
public final class BadField extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean tolerated;

    private BadField(String expected, boolean tolerated) {
        super(expected);
        this.tolerated = tolerated;
    }

    /** A mistake: whoever wrote this meant something that now does not happen. */
    public static BadField mistake(String expected) {
        return new BadField(expected, false);
    }

    /** Odd text that the protocol tells servers to take as "not specified". */
    public static BadField tolerated(String expected) {
        return new BadField(expected, true);
    }

    /** What a good value looks like. */
    public String expected() {
        return getMessage();
    }

    public boolean isTolerated() {
        return tolerated;
    }
}
