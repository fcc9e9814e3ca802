package dev.vitrine.catalog.model;

import dev.vitrine.core.request.Dialect;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One {@code <rule>} of a rule set: what it matches, and what it then does.
 *
 * @param name its {@code Name}, else its number and line, {@code #2 in line 9}; for logs and messages
 * @param dialects the requests it looks at
 * @param expression absent matches everything
 * @param substitution what replaces the match, or without an expression is appended; absent leaves the request as it is
 * @param replaceAll whether every match is replaced and not only the first
 * @param overrides catalog attributes for a request that ends at this rule
 * @param addresses who may make a request that matches, instead of who else the catalog serves
 * @param headers header fields for the reply
 */
public record RequestRule(
        String name,
        Set<Dialect> dialects,
        Optional<Pattern> expression,
        Optional<Substitution> substitution,
        boolean replaceAll,
        OnMatch onMatch,
        CatalogAttributes overrides,
        Optional<AddressFilter> addresses,
        List<ReplyHeader> headers) {
    private static final Pattern ANCHORED_AT_SLASH =
            Pattern.compile("(\\(\\?[a-z]+\\))?\\(?\\^\\(?/.*", Pattern.DOTALL);

    public RequestRule {
        dialects = Set.copyOf(dialects);
        headers = List.copyOf(headers);
    }

    /** A rule that refuses every request: what stands in for rules that cannot be read. */
    public static RequestRule refusingAll(String name) {
        return new RequestRule(
                name,
                EnumSet.allOf(Dialect.class),
                Optional.empty(),
                Optional.empty(),
                false,
                OnMatch.ERROR,
                CatalogAttributes.builder().build(),
                Optional.empty(),
                List.of());
    }

    /**
     * Whether the expression wants to see a slash in front of the path ({@code ^/demo/}). All others see it without, as the
     * protocol's examples do.
     */
    public boolean wantsLeadingSlash() {
        return expression
                .map(pattern -> ANCHORED_AT_SLASH.matcher(pattern.pattern()).matches())
                .orElse(false);
    }
}
