package dev.vitrine.render.scene;

import dev.vitrine.core.failure.Failures;
import dev.vitrine.render.limit.RenderLimits;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A manifest's bytes as a tree of JSON values, bounded in size and depth. Packages hold JSON; authors may write YAML. */
final class ManifestText {
    static final long MAX_BYTES = 8 << 20;
    private static final int MAX_STRING = 64 << 10;

    private final StreamReadConstraints constraints;

    ManifestText(RenderLimits limits) {
        this.constraints = StreamReadConstraints.builder()
                .maxNestingDepth(2 * limits.maxTreeDepth() + 32)
                .maxStringLength(MAX_STRING)
                .maxNameLength(1024)
                .maxNumberLength(100)
                .maxDocumentLength(MAX_BYTES)
                .build();
    }

    /** The tree of a JSON file. */
    JsonNode json(String name, byte[] text) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(constraints)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return read(new JsonMapper(factory), name, text);
    }

    /** The tree of a YAML file; JSON is YAML too. */
    JsonNode yaml(String name, byte[] text) {
        YAMLFactory factory = YAMLFactory.builder()
                .streamReadConstraints(constraints)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return read(new YAMLMapper(factory), name, text);
    }

    private static JsonNode read(ObjectMapper mapper, String name, byte[] text) {
        try {
            JsonNode tree = mapper.readTree(text);
            if (tree == null || !tree.isObject()) {
                throw Failures.sourceDamaged(name, "the manifest is not an object");
            }
            return tree;
        } catch (JacksonException e) {
            throw Failures.sourceDamaged(name, e);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | StackOverflowError e) {
            throw Failures.sourceDamaged(name, e); // what the YAML scanner throws on some malformed input
        }
    }
}
