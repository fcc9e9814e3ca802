package dev.vitrine.core.value;

/** The color space of a reply ({@code fmt=}'s second value). */
public enum PixelType {
    RGB,
    GRAY,
    CMYK
}
