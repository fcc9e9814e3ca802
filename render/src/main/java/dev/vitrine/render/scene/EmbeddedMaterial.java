package dev.vitrine.render.scene;

import dev.vitrine.catalog.model.MaterialRecord;
import java.util.Map;

/**
 * A material saved in the package.
 *
 * @param file its image's path within the package
 * @param attributes the manifest's other keys, as text
 */
public record EmbeddedMaterial(String name, String file, Map<String, String> attributes) {
    public EmbeddedMaterial {
        attributes = Map.copyOf(attributes);
    }

    /** What the attributes say, as a catalog's record would; what is no value of its type is left out. */
    public MaterialRecord record() {
        return EmbeddedFields.read(name, attributes, (key, expected) -> {});
    }
}
