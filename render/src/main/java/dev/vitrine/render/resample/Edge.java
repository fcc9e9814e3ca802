package dev.vitrine.render.resample;

/** What a filter finds past the end of a row. */
public enum Edge {
    /** The last pixel, again and again. */
    CLAMP,
    /** The other end of the row: the picture is a tile. */
    WRAP
}
