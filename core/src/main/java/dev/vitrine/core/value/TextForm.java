package dev.vitrine.core.value;

/** The second value of {@code req=}: how a reply that is not a picture is written. */
public enum TextForm {
    TEXT,
    JAVASCRIPT,
    XML,
    JSON
}
