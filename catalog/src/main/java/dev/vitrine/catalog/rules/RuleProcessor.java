package dev.vitrine.catalog.rules;

import dev.vitrine.catalog.model.Attributes;
import dev.vitrine.catalog.model.CatalogAttributes;
import dev.vitrine.catalog.model.OnMatch;
import dev.vitrine.catalog.model.ReplyHeader;
import dev.vitrine.catalog.model.RequestRule;
import dev.vitrine.catalog.model.RuleSet;
import dev.vitrine.catalog.model.Substitution;
import dev.vitrine.core.failure.Failure;
import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.limit.RequestLimits;
import dev.vitrine.core.request.Dialect;
import dev.vitrine.core.request.RawRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Applies a rule set to a request as it arrived.
 *
 * <p>Expressions see path and query as one text, still encoded: {@code demo/sofa?obj=seat}, without a slash in front unless
 * they begin with one. A rule without an expression matches always and appends its substitution: to the query if that begins
 * with {@code &} or {@code ?}, else to the path.
 *
 * <p>Never fails: a request that a rule or the step budget refuses comes back with the failure, and with all that was decided
 * up to there, so that it meets the right error policy.
 */
public final class RuleProcessor {
    /** Characters looked at in all, by all rules: some tenths of a second. */
    static final int MOST_STEPS = 5_000_000;

    private final RequestLimits limits;

    public RuleProcessor(RequestLimits limits) {
        this.limits = limits;
    }

    public RuleOutcome apply(RuleSet rules, RawRequest request) {
        return new Pass(request).run(rules);
    }

    /** One request on its way through the rules. */
    private final class Pass {
        private final RawRequest original;
        private final BudgetedText.Budget budget = new BudgetedText.Budget(MOST_STEPS);
        private final CatalogAttributes.Builder overrides = CatalogAttributes.builder();
        private final List<ReplyHeader> headers = new ArrayList<>();
        private final List<String> matched = new ArrayList<>();
        private Optional<Failure> refusal = Optional.empty();
        private RequestLine line;

        Pass(RawRequest original) {
            this.original = original;
            this.line = RequestLine.of(original.path(), original.query());
        }

        RuleOutcome run(RuleSet rules) {
            if (rules.rules().isEmpty() || isTooLong(line.text())) {
                return outcome();
            }
            for (RequestRule rule : rules.rules()) {
                if (rule.dialects().contains(original.dialect()) && !goesOnAfter(rule)) {
                    break;
                }
            }
            return outcome();
        }

        private RuleOutcome outcome() {
            RawRequest rewritten = new RawRequest(original.dialect(), line.path(), line.query(), original.visitor());
            return new RuleOutcome(rewritten, overrides.build(), headers, matched, refusal);
        }

        /** Whether the next rule is to be tried after this one. */
        private boolean goesOnAfter(RequestRule rule) {
            try {
                return applied(rule);
            } catch (BudgetedText.Spent | StackOverflowError e) {
                refusal = Optional.of(Failures.refusedByRule(rule.name() + " (takes too many steps)")
                        .failure());
                return false;
            }
        }

        private boolean applied(RequestRule rule) {
            String text = rule.wantsLeadingSlash() ? "/" + line.text() : line.text();
            Optional<Matcher> match = Optional.empty();
            if (rule.expression().isPresent()) {
                match = Optional.of(matcher(rule.expression().get(), text));
                if (!match.get().find()) {
                    return true;
                }
            }
            matched.add(rule.name());
            if (rule.onMatch() == OnMatch.ERROR) {
                return refuse(Failures.refusedByRule(rule.name()).failure());
            }
            if (rule.onMatch() == OnMatch.BREAK || original.dialect() == Dialect.SERVING) {
                overrides.putAll(rule.overrides()); // only in Image Rendering those of other rules do not count
            }
            if (!admits(rule)) {
                return refuse(
                        Failures.addressRefused(original.visitor().address()).failure());
            }
            headers.addAll(rule.headers());
            if (rule.substitution().isPresent()
                    && !rewrite(rule, rule.substitution().get(), match, text)) {
                return false;
            }
            return rule.onMatch() == OnMatch.CONTINUE;
        }

        private boolean admits(RequestRule rule) {
            rule.addresses().ifPresent(filter -> overrides.put(Attributes.CLIENT_ADDRESS_FILTER, filter));
            return rule.addresses()
                    .map(filter -> filter.allows(original.visitor().address()))
                    .orElse(true);
        }

        /** Whether the result is short enough to go on with. */
        private boolean rewrite(RequestRule rule, Substitution substitution, Optional<Matcher> match, String text) {
            if (match.isEmpty()) {
                line = line.append(substitution.expand(group -> ""));
            } else {
                line = RequestLine.of(replaced(match.get(), substitution, text, rule.replaceAll()));
            }
            return !isTooLong(line.text());
        }

        private String replaced(Matcher match, Substitution substitution, String text, boolean all) {
            StringBuilder out = new StringBuilder();
            int at = 0;
            do {
                out.append(text, at, match.start()).append(substitution.expand(match::group));
                at = match.end();
            } while (all && out.length() <= limits.maxCharacters() && match.find());
            return out.append(text, at, text.length()).toString();
        }

        private Matcher matcher(Pattern pattern, String text) {
            return pattern.matcher(new BudgetedText(text, budget));
        }

        private boolean isTooLong(String text) {
            if (text.length() <= limits.maxCharacters()) {
                return false;
            }
            refuse(Failures.requestTooLong(text.length(), limits.maxCharacters())
                    .failure());
            return true;
        }

        private boolean refuse(Failure failure) {
            refusal = Optional.of(failure);
            return false;
        }
    }
}
