package dev.vitrine.core.value;

/** How TIFF and PDF replies are compressed ({@code fmt=}'s third value). */
public enum Compression {
    NONE,
    LZW,
    ZIP,
    JPEG
}
