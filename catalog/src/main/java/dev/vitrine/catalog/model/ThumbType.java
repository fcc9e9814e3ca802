package dev.vitrine.catalog.model;

import java.util.Locale;

/** What of an image a thumbnail shows. */
public enum ThumbType {
    /** So much that the thumbnail is filled. */
    CROP(1),
    /** All of it. */
    FIT(2),
    /** A part at a certain resolution. */
    TEXTURE(3);

    private final int number;

    ThumbType(int number) {
        this.number = number;
    }

    /** 1 to 3, as catalogs write it. */
    public int number() {
        return number;
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
