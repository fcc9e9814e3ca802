package dev.vitrine.catalog.model;

/** What a selection that finds nothing does ({@code OnFailObj}, {@code OnFailSel}). */
public enum OnFail {
    KEEP_SELECTION,
    DESELECT,
    ERROR,
    DEFAULT_GROUP
}
