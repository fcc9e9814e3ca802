package dev.vitrine.catalog.model;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What one attribute file defines, by attribute; immutable. Inheritance is not its business. */
public final class CatalogAttributes {
    private final ImmutableMap<Attribute<?>, Object> values;

    private CatalogAttributes(ImmutableMap<Attribute<?>, Object> values) {
        this.values = values;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The attribute's value; absent where the file does not define it. Defined but empty text is {@code ""}. */
    @SuppressWarnings("unchecked") // put() stores only values of the attribute's own type
    public <T> Optional<T> find(Attribute<T> attribute) {
        return Optional.ofNullable((T) values.get(attribute));
    }

    public boolean has(Attribute<?> attribute) {
        return values.containsKey(attribute);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CatalogAttributes that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }

    /** Collects values; a later value of an attribute replaces the earlier one. */
    public static final class Builder {
        private final Map<Attribute<?>, Object> values = new LinkedHashMap<>();

        private Builder() {}

        public <T> Builder put(Attribute<T> attribute, T value) {
            values.put(attribute, value);
            return this;
        }

        /** Takes over everything that another file defines. */
        public Builder putAll(CatalogAttributes others) {
            values.putAll(others.values);
            return this;
        }

        public Builder remove(Attribute<?> attribute) {
            values.remove(attribute);
            return this;
        }

        public CatalogAttributes build() {
            return new CatalogAttributes(ImmutableMap.copyOf(values));
        }
    }
}
