package dev.vitrine.render.report;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Named values in the order in which they are reported.
 *
 * @param values text by full name, such as {@code image.width}
 */
public record Properties(Map<String, String> values) {
    public Properties {
        values = ImmutableMap.copyOf(values);
    }

    static Builder builder() {
        return new Builder();
    }

    /** Collects properties. */
    static final class Builder {
        private final Map<String, String> values = new LinkedHashMap<>();

        Builder put(String name, String value) {
            values.put(name, value);
            return this;
        }

        Builder put(String name, long value) {
            return put(name, String.valueOf(value));
        }

        /** Up to four decimals. */
        Builder put(String name, double value) {
            return put(name, Decimals.text(value));
        }

        /** 1 or 0. */
        Builder put(String name, boolean value) {
            return put(name, value ? "1" : "0");
        }

        Properties build() {
            return new Properties(values);
        }
    }
}
