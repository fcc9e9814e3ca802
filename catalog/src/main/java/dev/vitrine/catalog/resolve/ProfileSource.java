package dev.vitrine.catalog.resolve;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/**
 * Where a color profile comes from.
 *
 * @param name what the request or the catalog calls it
 * @param file absent for what every server has: {@code sRGB} and {@code AdobeRGB}
 */
public record ProfileSource(String name, Optional<SourceFile> file) {
    /** The standard names of what every server has, unless the catalog's own profile map says otherwise. */
    private static final ImmutableMap<String, String> BUILT_IN = ImmutableMap.of(
            "sRGB", "sRGB",
            "sRGB IEC61966-2.1", "sRGB",
            "AdobeRGB", "AdobeRGB",
            "Adobe RGB (1998)", "AdobeRGB");

    static ProfileSource of(SourceFile file) {
        return new ProfileSource(file.name(), Optional.of(file));
    }

    /** The profile that every server has by this name, if it is one of those; all are RGB. */
    public static Optional<ProfileSource> builtIn(String name) {
        return Optional.ofNullable(BUILT_IN.get(name)).map(known -> new ProfileSource(known, Optional.empty()));
    }
}
