package dev.vitrine.core.request;

import dev.vitrine.core.value.JpegQuality;
import dev.vitrine.core.value.ReplyFormat;
import dev.vitrine.core.value.RequestKind;
import java.util.Optional;

/**
 * What can be known of a request without failing, whatever arrived: enough to choose the catalog, and to answer an error in
 * the form and size that were asked for. What cannot be read is absent.
 *
 * @param firstElement the first element of the path, decoded: it may be a catalog's id
 * @param kind what the last readable {@code req=} asks for
 * @param width {@code wid=} in pixels
 * @param height {@code hei=} in pixels
 * @param scale {@code scl=}
 */
public record RequestPreview(
        Optional<String> firstElement,
        RequestKind kind,
        Optional<Integer> width,
        Optional<Integer> height,
        Optional<Double> scale,
        Optional<ReplyFormat> format,
        Optional<JpegQuality> quality,
        Optional<String> id,
        Optional<String> handler) {

    public static RequestPreview of(RawRequest raw) {
        return new RequestPreview(
                Optional.empty(),
                RequestKind.IMAGE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
