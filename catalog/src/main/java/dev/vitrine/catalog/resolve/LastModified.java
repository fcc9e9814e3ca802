package dev.vitrine.catalog.resolve;

/**
 * When the youngest of the records that a reply is made of was changed: their {@code TimeStamp}, else that of their catalog.
 * The times of source files are no part of it.
 *
 * <p>Its text is always the same, because it is part of no reply's identity: machines that share a load may well have written
 * the same catalogs at different times.
 *
 * @param millis since 1970 UTC
 * @param sent whether the reply says so ({@code UseLastModified})
 */
public record LastModified(long millis, boolean sent) {
    /** Older than everything, and nobody's business. */
    public static final LastModified NEVER = new LastModified(Long.MIN_VALUE, false);

    LastModified orLater(LastModified other) {
        return millis >= other.millis ? this : other;
    }

    LastModified sent(boolean whether) {
        return new LastModified(millis, whether);
    }

    @Override
    public String toString() {
        return "";
    }
}
