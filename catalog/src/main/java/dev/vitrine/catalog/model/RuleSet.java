package dev.vitrine.catalog.model;

import java.util.List;

/** The request rules of one catalog ({@code RuleSetFile}), in the order in which they are tried. */
public record RuleSet(List<RequestRule> rules) {
    public static final RuleSet NONE = new RuleSet(List.of());

    public RuleSet {
        rules = List.copyOf(rules);
    }
}
