package dev.vitrine.catalog.resolve;

import java.util.List;
import java.util.Optional;

/**
 * The fonts that a text layer may use beside the one that travels with us.
 *
 * @param fallback the name of the face where the text names none
 * @param synthesizes whether a face without a bold or an italic file is made bold or slanted
 */
public record FontFiles(List<Face> faces, Optional<String> fallback, boolean synthesizes) {
    public static final FontFiles NONE = new FontFiles(List.of(), Optional.empty(), true);

    /** One font file. */
    public record Face(String name, boolean bold, boolean italic, SourceFile file) {}

    public FontFiles {
        faces = List.copyOf(faces);
    }
}
