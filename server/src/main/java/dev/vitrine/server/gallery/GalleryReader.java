package dev.vitrine.server.gallery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads {@code gallery.yaml}: {@code scenes}, each with {@code id}, {@code title} and {@code requests} of {@code title, url}. */
public final class GalleryReader {
    private final YAMLMapper mapper = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    /**
     * Reads a whole file.
     *
     * @throws IOException if the file cannot be read or is no gallery; the message says where
     */
    public Gallery read(Path file) throws IOException {
        try {
            Gallery gallery = mapper.readValue(Files.readAllBytes(file), Gallery.class);
            for (Gallery.Scene scene : gallery.scenes()) {
                for (Gallery.Request request : scene.requests()) {
                    if (!request.url().startsWith("/")) {
                        throw new IOException(file + ": '" + request.url() + "' does not begin with a slash");
                    }
                }
            }
            return gallery;
        } catch (JacksonException e) {
            throw new IOException(file + ": " + e.getOriginalMessage(), e);
        }
    }
}
