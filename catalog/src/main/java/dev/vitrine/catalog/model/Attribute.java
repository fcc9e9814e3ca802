package dev.vitrine.catalog.model;

import dev.vitrine.catalog.field.FieldType;

/**
 * One line of the table of attributes: how it is called and how its value is read. Compared by identity; every one is a
 * constant of {@link Attributes}.
 *
 * @param name the protocol's spelling; letter case never counts
 * @param emptyCounts whether {@code Name=} with nothing behind it is a value of its own; where it is not, it is the same as
 *     leaving the attribute out
 */
public record Attribute<T>(String name, FieldType<T> type, boolean emptyCounts) {
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return name;
    }
}
