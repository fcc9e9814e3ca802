package dev.vitrine.render.scene;

import dev.vitrine.catalog.field.BadField;
import dev.vitrine.catalog.field.FieldType;
import dev.vitrine.catalog.model.MaterialFields;
import dev.vitrine.catalog.model.MaterialRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The attributes of an embedded material: the fields of a catalog's record, in any letter case, or the commands that stand for
 * them. Colors may be three numbers.
 */
final class EmbeddedFields implements MaterialFields.Fields {
    private static final Map<String, String> COMMANDS = Map.of(
            "res", "resolution",
            "bgc", "basecolor",
            "rough", "roughness",
            "align", "alignment",
            "rs", "rendersettings");
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,3}),(\\d{1,3}),(\\d{1,3})");

    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Map<String, String> keys = new LinkedHashMap<>();
    private final BiConsumer<String, String> problems;

    private EmbeddedFields(Map<String, String> attributes, BiConsumer<String, String> problems) {
        this.problems = problems;
        attributes.forEach((key, value) -> {
            String field = field(key);
            fields.put(field, value);
            keys.put(field, key);
        });
    }

    /** @param problems gets the key and what was expected of its value */
    static MaterialRecord read(String name, Map<String, String> attributes, BiConsumer<String, String> problems) {
        return MaterialFields.read(name, new EmbeddedFields(attributes, problems));
    }

    /** Whether the key names a field. */
    static boolean isKnown(String key) {
        return MaterialFields.NAMES.stream().anyMatch(name -> name.equalsIgnoreCase(field(key)));
    }

    private static String field(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        return COMMANDS.getOrDefault(lower, lower);
    }

    @Override
    public <T> Optional<T> find(String name, FieldType<T> type) {
        String field = name.toLowerCase(Locale.ROOT);
        String text = fields.getOrDefault(field, "");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return type.read(field.endsWith("color") ? hex(text) : text);
        } catch (BadField e) {
            problems.accept(keys.get(field), e.expected());
            return Optional.empty();
        }
    }

    private static String hex(String text) {
        Matcher numbers = NUMBERS.matcher(text);
        if (!numbers.matches()) {
            return text;
        }
        List<Integer> rgb = List.of(
                Integer.valueOf(numbers.group(1)),
                Integer.valueOf(numbers.group(2)),
                Integer.valueOf(numbers.group(3)));
        return rgb.stream().anyMatch(c -> c > 255)
                ? text
                : String.format(Locale.ROOT, "%02x%02x%02x", rgb.get(0), rgb.get(1), rgb.get(2));
    }
}
