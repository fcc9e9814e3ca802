package dev.vitrine.catalog.resolve;

import java.util.Optional;

/** Where the pixels of a material or layer come from. */
public sealed interface ImageSource {
    /**
     * An image file.
     *
     * @param colors absent where its samples are numbers and no colors: they stay as they are
     */
    record File(SourceFile file, Optional<SourceColors> colors) implements ImageSource {
        /** A file whose samples stay as they are. */
        public File(SourceFile file) {
            this(file, Optional.empty());
        }

        File asNumbers() {
            return new File(file);
        }
    }

    /** A file within a vignette's package. */
    record Packed(SourceFile vignette, String path) implements ImageSource {}

    /** The picture that an Image Rendering request makes; it shares this request's budget and deadline. */
    record Nested(ResolvedRequest request) implements ImageSource {}

    /** Likewise, by an Image Serving request. */
    record Served(ResolvedServing request) implements ImageSource {}
}
