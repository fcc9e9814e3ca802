package dev.vitrine.catalog.resolve;

import java.util.Optional;

/**
 * Where a color profile comes from.
 *
 * @param name what the request or the catalog calls it
 * @param file absent for what every server has: {@code sRGB} and {@code AdobeRGB}
 */
public record ProfileSource(String name, Optional<SourceFile> file) {
    static ProfileSource of(SourceFile file) {
        return new ProfileSource(file.name(), Optional.of(file));
    }
}
