package dev.vitrine.catalog.model;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;

/**
 * What an image catalog has beside its attributes and macros.
 *
 * @param images by id; letter case counts
 */
public record ImageTables(Map<String, ImageRecord> images, List<FontRecord> fonts) {
    public static final ImageTables NONE = new ImageTables(Map.of(), List.of());

    public ImageTables {
        images = ImmutableMap.copyOf(images);
        fonts = List.copyOf(fonts);
    }
}
