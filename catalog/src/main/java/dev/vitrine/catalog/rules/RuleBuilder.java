package dev.vitrine.catalog.rules;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.vitrine.catalog.field.BadField;
import dev.vitrine.catalog.model.AddressFilter;
import dev.vitrine.catalog.model.Attribute;
import dev.vitrine.catalog.model.Attributes;
import dev.vitrine.catalog.model.CatalogAttributes;
import dev.vitrine.catalog.model.NearestName;
import dev.vitrine.catalog.model.OnMatch;
import dev.vitrine.catalog.model.ReplyHeader;
import dev.vitrine.catalog.model.RequestRule;
import dev.vitrine.catalog.model.Substitution;
import dev.vitrine.core.request.Dialect;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** One {@code <rule>} while it is read. Everything it holds is case-sensitive. */
final class RuleBuilder {
    private static final Map<String, OnMatch> ON_MATCH =
            ImmutableMap.of("break", OnMatch.BREAK, "continue", OnMatch.CONTINUE, "error", OnMatch.ERROR);
    private static final Map<String, Boolean> REPLACE_ALL = ImmutableMap.of("first", false, "all", true);
    private static final Map<String, Boolean> ADD = ImmutableMap.of("set", false, "add", true);
    private static final Set<Attribute<?>> OVERRIDABLE = ImmutableSet.of(
            Attributes.DEFAULT_IMAGE_MODE,
            Attributes.DEFAULT_PIX,
            Attributes.ERROR_IMAGE,
            Attributes.EXPIRATION,
            Attributes.MAX_PIX,
            Attributes.REQUEST_LOCK,
            Attributes.REQUEST_OBFUSCATION,
            Attributes.ROOT_URL,
            Attributes.WATERMARK);
    private static final Set<String> WITHOUT_EFFECT = ImmutableSet.of("SavePath");

    private final int line;
    private final Report errors;
    private final Report warnings;
    private final CatalogAttributes.Builder overrides = CatalogAttributes.builder();
    private final List<ReplyHeader> headers = new ArrayList<>();
    private final List<String> overridden = new ArrayList<>();
    private String name;
    private Set<Dialect> dialects = EnumSet.allOf(Dialect.class);
    private OnMatch onMatch = OnMatch.BREAK;
    private boolean replaceAll;
    private Optional<Pattern> expression = Optional.empty();
    private Optional<String> substitution = Optional.empty();
    private int substitutionLine;
    private Optional<AddressFilter> addresses = Optional.empty();

    /** Takes note of something wrong in a line. */
    @FunctionalInterface
    interface Report {
        void add(int line, String message);
    }

    RuleBuilder(int line, int number, Report errors, Report warnings) {
        this.line = line;
        this.name = "#" + number + " in line " + line;
        this.errors = errors;
        this.warnings = warnings;
    }

    void attributes(Map<String, String> attributes) {
        attributes.forEach((attribute, value) -> {
            switch (attribute) {
                case "Name" -> name = value.isBlank() ? name : value.strip();
                case "OnMatch" -> onMatch = choice(line, attribute, value, ON_MATCH, onMatch);
                // The protocol spells it in both ways.
                case "Replace", "replace" -> replaceAll = choice(line, "Replace", value, REPLACE_ALL, replaceAll);
                case "RequestType" -> dialects = dialects(value);
                // Here the protocol has another capital letter than among the attributes.
                case "WaterMark" -> override(Attributes.WATERMARK.name(), value);
                default -> override(attribute, value);
            }
        });
    }

    void expression(int at, String text) {
        if (text.isEmpty()) {
            return;
        }
        try {
            expression = Optional.of(Pattern.compile(text));
        } catch (PatternSyntaxException e) {
            String where = e.getIndex() < 0 ? "" : " near character " + (e.getIndex() + 1);
            errors.add(at, "<expression> is no regular expression: " + e.getDescription() + where);
        } catch (StackOverflowError e) {
            errors.add(at, "<expression> is nested too deep");
        }
        if (!text.equals(text.strip())) {
            warnings.add(at, "<expression> begins or ends with blanks, and they count; take them out if not meant");
        }
    }

    void substitution(int at, String text) {
        substitution = Optional.of(text);
        substitutionLine = at;
        if (!text.equals(text.strip())) {
            warnings.add(at, "<substitution> begins or ends with blanks, and they count; take them out if not meant");
        }
    }

    /** An empty filter restricts nothing, like one that is not there. */
    void addresses(int at, String text) {
        if (text.isBlank()) {
            return;
        }
        try {
            addresses = Attributes.CLIENT_ADDRESS_FILTER.type().read(text.strip());
        } catch (BadField e) {
            errors.add(at, "<addressfilter> expects " + e.expected());
        }
    }

    void header(int at, Map<String, String> attributes, String value) {
        boolean add = false;
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            switch (attribute.getKey()) {
                case "Name" -> {} // read below
                case "Action" -> add = choice(at, "Action", attribute.getValue(), ADD, false);
                default -> warnings.add(at, "<header> has no attribute " + attribute.getKey() + "; it is ignored");
            }
        }
        String field = attributes.getOrDefault("Name", "").strip();
        if (field.isEmpty()) {
            errors.add(at, "<header> needs a Name");
        } else if (field.indexOf('$') < 0 && !HeaderFields.mayBeSet(field)) {
            errors.add(at, "<header> cannot set '" + field + "': it is no field name, or the server's own");
        } else {
            headers.add(new ReplyHeader(field, value.strip(), add));
        }
    }

    /** The rule; nothing if it makes no sense, which has been reported. */
    Optional<RequestRule> build() {
        boolean counts = onMatch == OnMatch.BREAK
                || (onMatch == OnMatch.CONTINUE && dialects.equals(EnumSet.of(Dialect.SERVING)));
        if (!overridden.isEmpty() && !counts) {
            warnings.add(
                    line,
                    String.join(", ", overridden) + ": has an effect only with OnMatch=\"break\""
                            + (onMatch == OnMatch.CONTINUE ? ", but for requests of Image Serving" : ""));
        }
        try {
            int groups =
                    expression.map(pattern -> pattern.matcher("").groupCount()).orElse(0);
            return Optional.of(new RequestRule(
                    name,
                    dialects,
                    expression,
                    substitution.map(text -> Substitution.read(text, groups)),
                    replaceAll,
                    onMatch,
                    overrides.build(),
                    addresses,
                    headers));
        } catch (IllegalArgumentException e) {
            errors.add(substitutionLine, "<substitution>: " + e.getMessage());
            return Optional.empty();
        }
    }

    private <T> T choice(int at, String attribute, String value, Map<String, T> choices, T fallback) {
        if (!choices.containsKey(value)) {
            errors.add(at, attribute + "=\"" + value + "\" is none of " + String.join(", ", choices.keySet()));
        }
        return choices.getOrDefault(value, fallback);
    }

    private Set<Dialect> dialects(String types) {
        Set<Dialect> named = EnumSet.noneOf(Dialect.class);
        for (String type : Splitter.on(',').trimResults().omitEmptyStrings().split(types)) {
            switch (type) {
                case "is" -> named.add(Dialect.SERVING);
                case "ir" -> named.add(Dialect.RENDERING);
                case "static" -> {} // not served here, so such a rule is never used
                default -> errors.add(line, "RequestType=\"" + types + "\" holds more than is, ir and static");
            }
        }
        return named;
    }

    private void override(String attributeName, String value) {
        Optional<Attribute<?>> attribute = OVERRIDABLE.stream()
                .filter(candidate -> candidate.name().equals(attributeName))
                .findFirst();
        if (attribute.isPresent()) {
            overridden.add(attributeName);
            put(attribute.get(), value);
        } else if (WITHOUT_EFFECT.contains(attributeName)) {
            warnings.add(line, attributeName + " has no effect: it belongs to a part of Image Serving not built here");
        } else {
            Set<String> known = new TreeSet<>(Set.of("Name", "OnMatch", "Replace", "RequestType"));
            OVERRIDABLE.forEach(candidate -> known.add(candidate.name()));
            String hint = NearestName.of(attributeName, known)
                    .map(near -> "; did you mean " + near + "?")
                    .orElse("");
            warnings.add(line, "<rule> has no attribute " + attributeName + "; it is ignored" + hint);
        }
    }

    private <T> void put(Attribute<T> attribute, String value) {
        String text = value.strip();
        if (text.isEmpty() && !attribute.emptyCounts()) {
            return;
        }
        try {
            attribute.type().read(text).ifPresent(read -> overrides.put(attribute, read));
        } catch (BadField e) {
            errors.add(line, attribute + "=\"" + value + "\": expected " + e.expected());
        }
    }
}
