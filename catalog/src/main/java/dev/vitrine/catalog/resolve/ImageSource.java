package dev.vitrine.catalog.resolve;

/** Where the pixels of a material or layer come from. */
public sealed interface ImageSource {
    /** An image file. */
    record File(SourceFile file) implements ImageSource {}

    /** A file within a vignette's package. */
    record Packed(SourceFile vignette, String path) implements ImageSource {}

    /** The picture that an Image Rendering request makes; it shares this request's budget and deadline. */
    record Nested(ResolvedRequest request) implements ImageSource {}

    /** Likewise, by an Image Serving request. */
    record Served(ResolvedServing request) implements ImageSource {}
}
