package dev.vitrine.core.request;

/** What a segment does to the overlap objects of its selection. */
public enum Visibility {
    KEEP,
    SHOW,
    HIDE
}
