package dev.vitrine.catalog.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestNameTest {
    private static final List<String> NAMES = List.of("RootId", "RootPath", "MaxPix", "Sharp");

    @Test
    void of_oneLetterOff_isFound() {
        assertEquals(Optional.of("RootPath"), NearestName.of("RotPath", NAMES));
        assertEquals(Optional.of("RootId"), NearestName.of("rootld", NAMES));
        assertEquals(Optional.of("MaxPix"), NearestName.of("MaxPixs", NAMES));
    }

    @Test
    void of_letterCase_doesNotCount() {
        assertEquals(Optional.of("Sharp"), NearestName.of("SHARP", NAMES));
    }

    @Test
    void of_nothingNear_isEmpty() {
        assertEquals(Optional.empty(), NearestName.of("Watermark", NAMES));
        assertEquals(Optional.empty(), NearestName.of("", NAMES));
        assertEquals(Optional.empty(), NearestName.of("x".repeat(1000), NAMES));
        assertEquals(Optional.empty(), NearestName.of("Sharp", List.of()));
    }
}
