package dev.vitrine.core.value;

/** How the rendered image is scaled to the reply's size ({@code resMode=}). */
public enum ResMode {
    BILIN,
    BICUB,
    /** A windowed sinc; {@code sharp} is its old spelling. */
    SHARP2,
    /** Photoshop's "bicubic sharper". */
    BISHARP
}
