package dev.vitrine.core.request;

import java.util.Optional;
import java.util.stream.Stream;

/** Which part of the selected object a segment's material is for. */
public enum Part {
    /** The object itself, or a whole wall ({@code sub=0}). */
    WHOLE(0),
    /** {@code sub=1}. */
    UPPER_WALL(1),
    /** {@code sub=2}. */
    LOWER_WALL(2),
    /** {@code sub=3}. */
    TOP_BORDER(3),
    /** {@code sub=4}. */
    MIDDLE_BORDER(4),
    /** {@code sub=5}. */
    BOTTOM_BORDER(5),
    /** {@code decal}, which has no number. */
    DECAL(-1);

    private final int sub;

    Part(int sub) {
        this.sub = sub;
    }

    /** The part that {@code sub=} numbers so, 0 to 5. */
    static Optional<Part> ofSub(int sub) {
        return Stream.of(values()).filter(p -> p != DECAL && p.sub == sub).findFirst();
    }

    /** The number in {@code sub=}; -1 for a decal. */
    int sub() {
        return sub;
    }
}
