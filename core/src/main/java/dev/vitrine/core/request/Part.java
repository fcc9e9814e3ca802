package dev.vitrine.core.request;

/** Which part of the selected object a segment's material is for. */
public enum Part {
    /** The object itself, or a whole wall ({@code sub=0}). */
    WHOLE,
    /** {@code sub=1}. */
    UPPER_WALL,
    /** {@code sub=2}. */
    LOWER_WALL,
    /** {@code sub=3}. */
    TOP_BORDER,
    /** {@code sub=4}. */
    MIDDLE_BORDER,
    /** {@code sub=5}. */
    BOTTOM_BORDER,
    /** {@code decal}. */
    DECAL
}
