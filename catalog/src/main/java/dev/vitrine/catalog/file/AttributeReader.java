package dev.vitrine.catalog.file;

import dev.vitrine.catalog.field.BadField;
import dev.vitrine.catalog.model.Attribute;
import dev.vitrine.catalog.model.Attributes;
import dev.vitrine.catalog.model.BuiltInDefaults;
import dev.vitrine.catalog.model.CatalogAttributes;
import dev.vitrine.catalog.model.NearestName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns the entries of an attribute file into typed attributes. Of an attribute that is set twice the later one counts. */
final class AttributeReader {
    private final ProblemLog.FileProblems problems;

    AttributeReader(ProblemLog.FileProblems problems) {
        this.problems = problems;
    }

    CatalogAttributes read(List<AttributeFile.Entry> entries) {
        CatalogAttributes.Builder values = CatalogAttributes.builder();
        Set<Attribute<?>> seen = new HashSet<>();
        for (AttributeFile.Entry entry : entries) {
            Optional<Attribute<?>> attribute = Attributes.find(entry.name());
            if (attribute.isEmpty()) {
                warnOfUnknown(entry);
                continue;
            }
            if (!seen.add(attribute.get())) {
                problems.warning(entry.line(), "sets " + attribute.get() + " again; this line counts");
            }
            put(values, attribute.get(), entry);
        }
        return values.build();
    }

    /** Warns of required attributes that the default catalog leaves out. */
    void checkComplete(CatalogAttributes defaults) {
        for (Attribute<?> attribute : Attributes.all()) {
            if (!defaults.has(attribute)) {
                BuiltInDefaults.line(attribute)
                        .ifPresent(line -> problems.warning(
                                0, "does not define " + attribute + ", which every catalog inherits; add " + line));
            }
        }
    }

    private <T> void put(CatalogAttributes.Builder values, Attribute<T> attribute, AttributeFile.Entry entry) {
        values.remove(attribute);
        if (entry.value().isEmpty() && !attribute.emptyCounts()) {
            return;
        }
        try {
            attribute.type().read(entry.value()).ifPresent(value -> values.put(attribute, value));
        } catch (BadField e) {
            String message = attribute + "=" + entry.value() + " is ignored: expected " + e.expected();
            if (e.isTolerated()) {
                problems.warning(entry.line(), message);
            } else {
                problems.error(entry.line(), message);
            }
        }
    }

    private void warnOfUnknown(AttributeFile.Entry entry) {
        List<String> names = Attributes.all().stream().map(Attribute::name).toList();
        String hint = NearestName.of(entry.name(), names)
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
        problems.warning(entry.line(), "the attribute " + entry.name() + " is not known and is ignored" + hint);
    }
}
