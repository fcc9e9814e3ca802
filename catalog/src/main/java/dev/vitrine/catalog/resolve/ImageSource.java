package dev.vitrine.catalog.resolve;

/** Where the pixels of a material come from. */
public sealed interface ImageSource {
    /** An image file. */
    record File(SourceFile file) implements ImageSource {}

    /** The picture that another request makes; it shares this request's budget and deadline. */
    record Nested(ResolvedRequest request) implements ImageSource {}
}
