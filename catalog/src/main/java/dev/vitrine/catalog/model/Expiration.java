package dev.vitrine.catalog.model;

import dev.vitrine.catalog.field.BadField;
import dev.vitrine.catalog.field.FieldTypes;
import java.util.Optional;

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

    /** Reads the {@code Expiration} of an attribute file or a data file. */
    public static Optional<Expiration> read(String text) throws BadField {
        double hours = FieldTypes.REAL.read(text).orElseThrow();
        if (hours >= 0) {
            return Optional.of(new Expiration(hours));
        }
        if (hours == -1) {
            return Optional.of(NEVER);
        }
        if (hours == -2) {
            return Optional.empty();
        }
        throw BadField.mistake("hours from 0, -1 for never, or -2 for the catalog's default");
    }
}
