package dev.vitrine.core.value;

/** How TIFF, PDF and WebP replies are compressed ({@code fmt=}'s third value). */
public enum Compression {
    NONE,
    LZW,
    ZIP,
    JPEG,
    /** WebP alone. */
    LOSSY,
    /** WebP alone. */
    LOSSLESS
}
