package dev.vitrine.catalog.model;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import java.util.Locale;
import java.util.Optional;

/**
 * Which kinds of source a request may name by their path: {@code [include:|exclude:]type,type…}.
 *
 * @param include whether the listed types are the allowed ones, not the forbidden ones
 * @param types in upper case
 */
public record DirectAccess(boolean include, ImmutableSet<String> types) {
    private static final Splitter COMMAS = Splitter.on(',').trimResults().omitEmptyStrings();

    static Optional<DirectAccess> read(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        int colon = upper.indexOf(':');
        boolean excludes = colon >= 0 && upper.substring(0, colon).strip().equals("EXCLUDE");
        return Optional.of(new DirectAccess(!excludes, ImmutableSet.copyOf(COMMAS.split(upper.substring(colon + 1)))));
    }

    /** Whether paths may name sources of this type, such as {@code IS}. */
    public boolean allows(String type) {
        return types.contains(type) == include;
    }
}
