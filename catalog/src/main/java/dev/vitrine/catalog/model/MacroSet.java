package dev.vitrine.catalog.model;

import com.google.common.collect.ImmutableMap;
import dev.vitrine.core.request.Macros;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The macros of one catalog, whatever the letter case of their names. */
public final class MacroSet implements Macros {
    public static final MacroSet NONE = new MacroSet(ImmutableMap.of());

    private final ImmutableMap<String, String> definitions;

    /** Macros by name. Of names that differ only in letter case, the last one counts. */
    public MacroSet(Map<String, String> definitions) {
        Map<String, String> lowerCase = new LinkedHashMap<>();
        definitions.forEach((name, text) -> lowerCase.put(name.toLowerCase(Locale.ROOT), text));
        this.definitions = ImmutableMap.copyOf(lowerCase);
    }

    @Override
    public Optional<String> find(String name) {
        return Optional.ofNullable(definitions.get(name.toLowerCase(Locale.ROOT)));
    }

    /** These macros, with those of another set for the names that are missing here. */
    public Macros over(Macros fallback) {
        return name -> find(name).or(() -> fallback.find(name));
    }

    public int size() {
        return definitions.size();
    }
}
