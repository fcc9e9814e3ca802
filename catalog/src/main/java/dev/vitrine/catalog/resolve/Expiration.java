package dev.vitrine.catalog.resolve;

/** How long a client may keep a reply, in hours; infinity means that it never expires, 0 that it may not be kept. */
public record Expiration(double hours) {
    public static final Expiration NEVER = new Expiration(Double.POSITIVE_INFINITY);
    public static final Expiration AT_ONCE = new Expiration(0);

    public boolean isNever() {
        return Double.isInfinite(hours);
    }

    public Expiration orSooner(Expiration other) {
        return hours <= other.hours ? this : other;
    }
}
