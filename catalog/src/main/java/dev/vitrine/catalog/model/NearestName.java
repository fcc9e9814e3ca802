package dev.vitrine.catalog.model;

import dev.vitrine.core.value.EditDistance;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that somebody may have meant. */
public final class NearestName {
    private static final int LONGEST = 60;
    private static final int MOST_CANDIDATES = 20_000;

    private NearestName() {}

    /**
     * The candidate with the fewest letters to change, insert or drop, letter case aside; nothing if even that one differs in
     * more than a third of its letters. Looks at no more than 20,000 candidates.
     */
    public static Optional<String> of(String name, Collection<String> candidates) {
        if (name.isEmpty() || name.length() > LONGEST) {
            return Optional.empty();
        }
        String wanted = name.toLowerCase(Locale.ROOT);
        int least = Math.max(1, name.length() / 3) + 1;
        String best = null;
        for (String candidate : candidates.stream().limit(MOST_CANDIDATES).toList()) {
            if (Math.abs(candidate.length() - wanted.length()) < least) {
                int distance = EditDistance.between(wanted, candidate.toLowerCase(Locale.ROOT));
                if (distance < least) {
                    least = distance;
                    best = candidate;
                }
            }
        }
        return Optional.ofNullable(best);
    }
}
